// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

/** How the values of an image are stored. Values handed out as floats are in [0,1]. */
public enum SampleType {
    /** Unsigned 8 bits; handed out divided by 255. */
    U8(1),
    /** Unsigned 16 bits, the high byte first; handed out divided by 65,535. */
    U16(2);

    private final int m_bytes;

    SampleType(final int bytes) {
        m_bytes = bytes;
    }

    /** @return how many bytes a value takes */
    public int bytes() {
        return m_bytes;
    }

    /** @return how many bits a value has */
    public int bits() {
        return 8 * m_bytes;
    }
}
