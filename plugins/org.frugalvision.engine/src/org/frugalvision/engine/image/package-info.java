// SPDX-License-Identifier: Apache-2.0
/**
 * Images as the engine sees them: decoded once, unsigned bytes, channel after channel; and the files and cells they
 * come from.
 */
package org.frugalvision.engine.image;
