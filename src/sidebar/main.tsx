/** Starts the sidebar. */
import { render } from 'preact';
import { Sidebar } from './sidebar';

const root = document.getElementById('root');
if (root !== null) render(<Sidebar />, root);
