/** From Google's discovery document of iamcredentials:v1, revision 20260630. Made by npm run discovery: do not edit. */
import type { DiscoveryExtract } from './extract';

export const IAM_CREDENTIALS: DiscoveryExtract = {
  api: 'iamcredentials:v1',
  revision: '20260630',
  host: 'iamcredentials.googleapis.com',
  commonParameters: [
    '$.xgafv',
    'access_token',
    'alt',
    'callback',
    'fields',
    'key',
    'oauth_token',
    'prettyPrint',
    'quotaUser',
    'uploadType',
    'upload_protocol',
  ],
  methods: {
    'iamcredentials.projects.serviceAccounts.generateAccessToken': {
      request: 'POST v1/projects/{projectsId}/serviceAccounts/{serviceAccountsId}:generateAccessToken',
      path: 'v1/{+name}:generateAccessToken',
      parameters: {},
      scopes: ['cloud-platform'],
      body: 'GenerateAccessTokenRequest',
      response: 'GenerateAccessTokenResponse',
    },
  },
  others: {
    'iamcredentials.locations.workforcePools.getAllowedLocations':
      'GET v1/locations/{locationsId}/workforcePools/{workforcePoolsId}/allowedLocations',
    'iamcredentials.projects.locations.workloadIdentityPools.getAllowedLocations':
      'GET v1/projects/{projectsId}/locations/{locationsId}/workloadIdentityPools/{workloadIdentityPoolsId}/allowedLocations',
    'iamcredentials.projects.serviceAccounts.generateIdToken':
      'POST v1/projects/{projectsId}/serviceAccounts/{serviceAccountsId}:generateIdToken',
    'iamcredentials.projects.serviceAccounts.getAllowedLocations':
      'GET v1/projects/{projectsId}/serviceAccounts/{serviceAccountsId}/allowedLocations',
    'iamcredentials.projects.serviceAccounts.signBlob':
      'POST v1/projects/{projectsId}/serviceAccounts/{serviceAccountsId}:signBlob',
    'iamcredentials.projects.serviceAccounts.signJwt':
      'POST v1/projects/{projectsId}/serviceAccounts/{serviceAccountsId}:signJwt',
  },
  schemas: {
    GenerateAccessTokenRequest: { delegates: 'string[]', lifetime: 'string', scope: 'string[]' },
    GenerateAccessTokenResponse: { accessToken: 'string', expireTime: 'string' },
  },
};
