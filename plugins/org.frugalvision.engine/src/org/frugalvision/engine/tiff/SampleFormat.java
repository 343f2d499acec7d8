// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.tiff;

/** How the bits of a sample are a number (TIFF 6.0, section 19). */
enum SampleFormat {
    UNSIGNED("unsigned integers"), //
    SIGNED("signed integers"), //
    FLOAT("floating-point numbers"), //
    COMPLEX("complex numbers");

    private final String m_name;

    SampleFormat(final String name) {
        m_name = name;
    }

    /** Undefined ones are taken for unsigned integers. */
    static SampleFormat of(final long code) {
        return switch ((int)code) {
            case 2 -> SIGNED;
            case 3 -> FLOAT;
            case 5, 6 -> COMPLEX;
            default -> UNSIGNED;
        };
    }

    /** For people, in the plural. */
    @Override
    public String toString() {
        return m_name;
    }
}
