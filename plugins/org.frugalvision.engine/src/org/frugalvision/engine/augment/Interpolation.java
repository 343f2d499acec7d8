// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

/** How a value between pixels is made. */
public enum Interpolation {

    /** From the four pixels around it, linearly. */
    BILINEAR,

    /** That of the nearest pixel, so that no new values appear. */
    NEAREST
}
