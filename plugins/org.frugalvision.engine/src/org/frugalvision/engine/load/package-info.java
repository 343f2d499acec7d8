// SPDX-License-Identifier: Apache-2.0
/**
 * From any pile of image files to clean images: what is found, what it is labelled, and what is rejected with which
 * reason.
 */
package org.frugalvision.engine.load;
