/** What UrlFetchApp refuses to send. */
function fetchCases_() {
  return [
    {
      id: 'allow-list-in-fetch-all',
      asks: 'What becomes of a read that is sent together with one to a host outside the allow-list?',
      answer: () => {
        const urls = [`${CHAT_URL}/${NOBODYS_SPACE}`, 'https://www.example.com/'];
        return throws_(() => UrlFetchApp.fetchAll(urls.map(authorised_))) ? 'all fail' : 'it is answered';
      },
    },
    {
      id: 'characters-in-url',
      asks: 'Which of the characters space " { } | \\ ^ ` must be encoded in an address?',
      answer: () => {
        const refused = [' ', '"', '{', '}', '|', '\\', '^', '`'].filter((character) => {
          const { url, ...options } = authorised_(`${CHAT_URL}?filter=${character}`);
          return throws_(() => UrlFetchApp.fetch(url, options));
        });
        return refused.map((character) => (character === ' ' ? 'space' : character)).join(' ') || 'none';
      },
    },
  ];
}

const CHAT_URL = 'https://chat.googleapis.com/v1';
const NOBODYS_SPACE = 'spaces/AAQAnobodys';

/** A request as the person who runs this. */
function authorised_(url) {
  return {
    url,
    headers: { Authorization: `Bearer ${ScriptApp.getOAuthToken()}` },
    muteHttpExceptions: true,
  };
}
