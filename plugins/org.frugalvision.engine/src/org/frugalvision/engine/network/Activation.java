// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.Locale;

/** Elementwise function at the end of a layer. */
public enum Activation {

    /** x. */
    IDENTITY,

    /** max(0, x). */
    RELU;

    /** @return the name that files hold: lower case, never changed */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
