import { about as altur } from './altur/about.mts';
import { alturVendor } from './altur/vendor.mts';
import { about as gurusup } from './gurusup/about.mts';
import { guruSupVendor } from './gurusup/vendor.mts';
import { about as zaia } from './zaia/about.mts';
import { zaiaVendor } from './zaia/vendor.mts';

/** The vendors, by folder: sandbox, host, credentials and tests have no other list of them. */
export const vendors = {
	altur: { about: altur, open: alturVendor },
	gurusup: { about: gurusup, open: guruSupVendor },
	zaia: { about: zaia, open: zaiaVendor },
};

export type VendorName = keyof typeof vendors;

export const vendorNames = Object.keys(vendors) as VendorName[];
