// SPDX-License-Identifier: Apache-2.0
/** Images that are the same, or nearly: within a set, and between training and test images. */
package org.frugalvision.engine.duplicate;
