/** Preloaded into clasp: sends what it asks of googleapis.com to the fake server of the test. */
import http from 'node:http';
import https from 'node:https';

const fake = `http://127.0.0.1:${process.env.FAKE_GOOGLE_PORT}`;
https.request = (address, options, callback) => {
  const { hostname, pathname, search } = new URL(address);
  if (!hostname.endsWith('.googleapis.com')) throw new Error(`clasp reaches for ${hostname}`);
  return http.request(`${fake}${pathname}${search}`, { ...options, agent: undefined }, callback);
};
