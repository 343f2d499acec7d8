// SPDX-License-Identifier: Apache-2.0
/**
 * Reads TIFF files (TIFF 6.0 and BigTIFF) as plain numbers: whatever samples, packing and order of bytes, each value is
 * the one that was stored, or the file is refused with the reason.
 */
package org.frugalvision.engine.tiff;
