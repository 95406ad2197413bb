/** The version of Rollcall whose cases these are. */
const PRODUCT_VERSION = '0.2.0';
