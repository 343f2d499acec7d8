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
    RELU6(0, 6),

    /** 1 / (1 + exp(-x)). */
    SIGMOID(0, 1),

    /** x / (1 + exp(-x)) (Ramachandran, Zoph and Le 2017, arXiv:1710.05941). */
    SWISH(-0.27846455f, Float.POSITIVE_INFINITY),

    /** x min(max(0, x + 3), 6) / 6 (Howard et al. 2019, arXiv:1905.02244). */
    HARD_SWISH(-0.375f, Float.POSITIVE_INFINITY);

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

    /** @return no value that comes out is below this one ... */
    public float least() {
        return m_least;
    }

    /** @return ... or above this one */
    public float most() {
        return m_most;
    }

    /** @return whether it does nothing but cut off what is below {@link #least} and above {@link #most} */
    public boolean clips() {
        return this == IDENTITY || this == RELU || this == RELU6;
    }

    /** @return whether its slope follows from the value that comes out; otherwise that before it is needed */
    public boolean invertible() {
        return clips() || this == SIGMOID;
    }

    /** For descriptions of layers: ", relu", or nothing. */
    String suffix() {
        return this == IDENTITY ? "" : ", " + id();
    }
}
