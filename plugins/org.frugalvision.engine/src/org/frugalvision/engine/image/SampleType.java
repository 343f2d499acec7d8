// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

/** How the values of an image are stored. Values handed out as floats are in [0,1], except for {@link #F32}. */
public enum SampleType {
    /** Unsigned 8 bits; handed out divided by 255. */
    U8,
    /** Unsigned 16 bits; handed out divided by 65,535. */
    U16,
    /** 32-bit floats; handed out as stored. */
    F32
}
