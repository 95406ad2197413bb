/** Links of Google Chat, alone and among words. */
import { describe, expect, test } from '@jest/globals';
import { linksIn, readLink } from '../../../src/core/chat/chat-link';

describe('a link', () => {
  test.each([
    ['https://chat.google.com/room/AAAA', { kind: 'resource', path: 'spaces/AAAA' }],
    ['https://chat.google.com:443/room/AAAA', { kind: 'resource', path: 'spaces/AAAA' }],
    ['chat.google.com:443/room/AAAA', { kind: 'resource', path: 'spaces/AAAA' }],
    ['http://chat.google.com:80/room/AAAA', { kind: 'resource', path: 'spaces/AAAA' }],
    ['https://chat.google.com/room/AAAA|words', { kind: 'resource', path: 'spaces/AAAA' }],
    ['https://chat.google.com/', { kind: 'noSpace' }],
    ['https://mail.google.com/chat/u/0/#chat/dm/ada@example.com', { kind: 'directMessageByEmail' }],
    ['https://chat.google.com:80/room/AAAA', { kind: 'foreign', host: 'chat.google.com:80' }],
    ['http://chat.google.com:443/room/AAAA', { kind: 'foreign', host: 'chat.google.com:443' }],
    ['https://user:pass@chat.google.com/room/AAAA', { kind: 'foreign', host: '' }],
    ['ftp://chat.google.com/room/AAAA', { kind: 'foreign', host: 'chat.google.com' }],
    ['www.example.com/room/AAAA', { kind: 'foreign', host: 'www.example.com' }],
    ['mailto:ada@example.com', null],
    ['ada@example.com', null],
    ['AAAA', null],
  ])('%s', (text, link) => {
    expect(readLink(text)).toEqual(link);
  });
});

describe('among words', () => {
  const LINK = 'https://chat.google.com/room/AAAA';

  test.each([
    [`See ${LINK}, or ${LINK}.`, [LINK]],
    [`(${LINK})`, [LINK]],
    [`[Launch](${LINK})!`, [LINK]],
    [`<${LINK}|Launch>`, [LINK]],
    [`“${LINK}”`, [LINK]],
    [`場所は${LINK}です`, [LINK]],
    [`${LINK}\n佐藤花`, [LINK]],
    [`${LINK} spaces/BBBB/members/app`, [LINK, 'spaces/BBBB/members/app']],
    [`${LINK}\nAAAA`, []],
    [`${LINK}\u0410`, []],
    [`ada@chat.google.com/room/AAAA`, []],
    ['no link', []],
  ])('%j has these links', (text, links) => {
    expect(linksIn(text).links).toEqual(links);
  });

  test('the words stay, and no link is among them', () => {
    expect(linksIn(`Ada (${LINK}) ada@example.com`).words).toBe('Ada ( ) ada@example.com');
  });
});
