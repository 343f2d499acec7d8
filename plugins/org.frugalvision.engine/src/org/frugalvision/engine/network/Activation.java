// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.Locale;

/** Elementwise function at the end of a layer. */
public enum Activation {

    /** x. */
    IDENTITY(Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY),

    /** max(0, x). */
    RELU(0, Float.POSITIVE_INFINITY),

    /** min(max(0, x), 6) (Howard et al. 2017, arXiv:1704.04861). */
    RELU6(0, 6);

    private final float m_least;

    private final float m_most;

    Activation(final float least, final float most) {
        m_least = least;
        m_most = most;
    }

    /** @return the name that files hold: lower case, never changed */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Every activation cuts off what is below this value ... */
    public float least() {
        return m_least;
    }

    /** ... and above this one. */
    public float most() {
        return m_most;
    }

    /** For descriptions of layers: ", relu", or nothing. */
    String suffix() {
        return this == IDENTITY ? "" : ", " + id();
    }
}
