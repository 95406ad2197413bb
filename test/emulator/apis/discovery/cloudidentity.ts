/** From Google's discovery document of cloudidentity:v1, revision 20260923. Made by npm run discovery: do not edit. */
import type { DiscoveryExtract } from './extract';

export const CLOUD_IDENTITY: DiscoveryExtract = {
  api: 'cloudidentity:v1',
  revision: '20260923',
  host: 'cloudidentity.googleapis.com',
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
    'cloudidentity.groups.get': {
      request: 'GET v1/groups/{groupsId}',
      path: 'v1/{+name}',
      parameters: {},
      scopes: ['cloud-identity.groups', 'cloud-identity.groups.readonly', 'cloud-platform'],
      response: 'Group',
    },
    'cloudidentity.groups.lookup': {
      request: 'GET v1/groups:lookup',
      path: 'v1/groups:lookup',
      parameters: { 'groupKey.id': 'string', 'groupKey.namespace': 'string' },
      scopes: ['cloud-identity.groups', 'cloud-identity.groups.readonly', 'cloud-platform'],
      response: 'LookupGroupNameResponse',
    },
  },
  others: {
    'cloudidentity.allowlistedDomains.create': 'POST v1/allowlistedDomains',
    'cloudidentity.allowlistedDomains.delete': 'DELETE v1/allowlistedDomains/{allowlistedDomainsId}',
    'cloudidentity.allowlistedDomains.get': 'GET v1/allowlistedDomains/{allowlistedDomainsId}',
    'cloudidentity.allowlistedDomains.list': 'GET v1/allowlistedDomains',
    'cloudidentity.customers.userinvitations.cancel':
      'POST v1/customers/{customersId}/userinvitations/{userinvitationsId}:cancel',
    'cloudidentity.customers.userinvitations.get':
      'GET v1/customers/{customersId}/userinvitations/{userinvitationsId}',
    'cloudidentity.customers.userinvitations.isInvitableUser':
      'GET v1/customers/{customersId}/userinvitations/{userinvitationsId}:isInvitableUser',
    'cloudidentity.customers.userinvitations.list': 'GET v1/customers/{customersId}/userinvitations',
    'cloudidentity.customers.userinvitations.send':
      'POST v1/customers/{customersId}/userinvitations/{userinvitationsId}:send',
    'cloudidentity.devices.cancelWipe': 'POST v1/devices/{devicesId}:cancelWipe',
    'cloudidentity.devices.create': 'POST v1/devices',
    'cloudidentity.devices.delete': 'DELETE v1/devices/{devicesId}',
    'cloudidentity.devices.deviceUsers.approve':
      'POST v1/devices/{devicesId}/deviceUsers/{deviceUsersId}:approve',
    'cloudidentity.devices.deviceUsers.block':
      'POST v1/devices/{devicesId}/deviceUsers/{deviceUsersId}:block',
    'cloudidentity.devices.deviceUsers.cancelWipe':
      'POST v1/devices/{devicesId}/deviceUsers/{deviceUsersId}:cancelWipe',
    'cloudidentity.devices.deviceUsers.clientStates.get':
      'GET v1/devices/{devicesId}/deviceUsers/{deviceUsersId}/clientStates/{clientStatesId}',
    'cloudidentity.devices.deviceUsers.clientStates.list':
      'GET v1/devices/{devicesId}/deviceUsers/{deviceUsersId}/clientStates',
    'cloudidentity.devices.deviceUsers.clientStates.patch':
      'PATCH v1/devices/{devicesId}/deviceUsers/{deviceUsersId}/clientStates/{clientStatesId}',
    'cloudidentity.devices.deviceUsers.delete': 'DELETE v1/devices/{devicesId}/deviceUsers/{deviceUsersId}',
    'cloudidentity.devices.deviceUsers.get': 'GET v1/devices/{devicesId}/deviceUsers/{deviceUsersId}',
    'cloudidentity.devices.deviceUsers.list': 'GET v1/devices/{devicesId}/deviceUsers',
    'cloudidentity.devices.deviceUsers.lookup': 'GET v1/devices/{devicesId}/deviceUsers:lookup',
    'cloudidentity.devices.deviceUsers.wipe': 'POST v1/devices/{devicesId}/deviceUsers/{deviceUsersId}:wipe',
    'cloudidentity.devices.get': 'GET v1/devices/{devicesId}',
    'cloudidentity.devices.list': 'GET v1/devices',
    'cloudidentity.devices.wipe': 'POST v1/devices/{devicesId}:wipe',
    'cloudidentity.groups.create': 'POST v1/groups',
    'cloudidentity.groups.delete': 'DELETE v1/groups/{groupsId}',
    'cloudidentity.groups.getSecuritySettings': 'GET v1/groups/{groupsId}/securitySettings',
    'cloudidentity.groups.list': 'GET v1/groups',
    'cloudidentity.groups.memberships.checkTransitiveMembership':
      'GET v1/groups/{groupsId}/memberships:checkTransitiveMembership',
    'cloudidentity.groups.memberships.create': 'POST v1/groups/{groupsId}/memberships',
    'cloudidentity.groups.memberships.delete': 'DELETE v1/groups/{groupsId}/memberships/{membershipsId}',
    'cloudidentity.groups.memberships.get': 'GET v1/groups/{groupsId}/memberships/{membershipsId}',
    'cloudidentity.groups.memberships.getMembershipGraph':
      'GET v1/groups/{groupsId}/memberships:getMembershipGraph',
    'cloudidentity.groups.memberships.list': 'GET v1/groups/{groupsId}/memberships',
    'cloudidentity.groups.memberships.lookup': 'GET v1/groups/{groupsId}/memberships:lookup',
    'cloudidentity.groups.memberships.modifyMembershipRoles':
      'POST v1/groups/{groupsId}/memberships/{membershipsId}:modifyMembershipRoles',
    'cloudidentity.groups.memberships.searchDirectGroups':
      'GET v1/groups/{groupsId}/memberships:searchDirectGroups',
    'cloudidentity.groups.memberships.searchTransitiveGroups':
      'GET v1/groups/{groupsId}/memberships:searchTransitiveGroups',
    'cloudidentity.groups.memberships.searchTransitiveMemberships':
      'GET v1/groups/{groupsId}/memberships:searchTransitiveMemberships',
    'cloudidentity.groups.patch': 'PATCH v1/groups/{groupsId}',
    'cloudidentity.groups.search': 'GET v1/groups:search',
    'cloudidentity.groups.updateSecuritySettings': 'PATCH v1/groups/{groupsId}/securitySettings',
    'cloudidentity.inboundOidcSsoProfiles.create': 'POST v1/inboundOidcSsoProfiles',
    'cloudidentity.inboundOidcSsoProfiles.delete':
      'DELETE v1/inboundOidcSsoProfiles/{inboundOidcSsoProfilesId}',
    'cloudidentity.inboundOidcSsoProfiles.get': 'GET v1/inboundOidcSsoProfiles/{inboundOidcSsoProfilesId}',
    'cloudidentity.inboundOidcSsoProfiles.list': 'GET v1/inboundOidcSsoProfiles',
    'cloudidentity.inboundOidcSsoProfiles.patch':
      'PATCH v1/inboundOidcSsoProfiles/{inboundOidcSsoProfilesId}',
    'cloudidentity.inboundSamlSsoProfiles.create': 'POST v1/inboundSamlSsoProfiles',
    'cloudidentity.inboundSamlSsoProfiles.delete':
      'DELETE v1/inboundSamlSsoProfiles/{inboundSamlSsoProfilesId}',
    'cloudidentity.inboundSamlSsoProfiles.get': 'GET v1/inboundSamlSsoProfiles/{inboundSamlSsoProfilesId}',
    'cloudidentity.inboundSamlSsoProfiles.idpCredentials.add':
      'POST v1/inboundSamlSsoProfiles/{inboundSamlSsoProfilesId}/idpCredentials:add',
    'cloudidentity.inboundSamlSsoProfiles.idpCredentials.delete':
      'DELETE v1/inboundSamlSsoProfiles/{inboundSamlSsoProfilesId}/idpCredentials/{idpCredentialsId}',
    'cloudidentity.inboundSamlSsoProfiles.idpCredentials.get':
      'GET v1/inboundSamlSsoProfiles/{inboundSamlSsoProfilesId}/idpCredentials/{idpCredentialsId}',
    'cloudidentity.inboundSamlSsoProfiles.idpCredentials.list':
      'GET v1/inboundSamlSsoProfiles/{inboundSamlSsoProfilesId}/idpCredentials',
    'cloudidentity.inboundSamlSsoProfiles.list': 'GET v1/inboundSamlSsoProfiles',
    'cloudidentity.inboundSamlSsoProfiles.patch':
      'PATCH v1/inboundSamlSsoProfiles/{inboundSamlSsoProfilesId}',
    'cloudidentity.inboundSsoAssignments.create': 'POST v1/inboundSsoAssignments',
    'cloudidentity.inboundSsoAssignments.delete': 'DELETE v1/inboundSsoAssignments/{inboundSsoAssignmentsId}',
    'cloudidentity.inboundSsoAssignments.get': 'GET v1/inboundSsoAssignments/{inboundSsoAssignmentsId}',
    'cloudidentity.inboundSsoAssignments.list': 'GET v1/inboundSsoAssignments',
    'cloudidentity.inboundSsoAssignments.patch': 'PATCH v1/inboundSsoAssignments/{inboundSsoAssignmentsId}',
    'cloudidentity.policies.create': 'POST v1/policies',
    'cloudidentity.policies.delete': 'DELETE v1/policies/{policiesId}',
    'cloudidentity.policies.get': 'GET v1/policies/{policiesId}',
    'cloudidentity.policies.list': 'GET v1/policies',
    'cloudidentity.policies.patch': 'PATCH v1/policies/{policiesId}',
  },
  schemas: {
    EntityKey: { id: 'string', namespace: 'string' },
    Group: {
      additionalGroupKeys: 'EntityKey[]',
      createTime: 'string',
      description: 'string',
      displayName: 'string',
      dynamicGroupMetadata: 'DynamicGroupMetadata',
      externalIds: 'ExternalId[]',
      groupKey: 'EntityKey',
      labels: 'object',
      name: 'string',
      parent: 'string',
      updateTime: 'string',
    },
    LookupGroupNameResponse: { name: 'string' },
  },
};
