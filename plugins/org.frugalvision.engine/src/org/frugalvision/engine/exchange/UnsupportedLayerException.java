// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.exchange;

/** Our networks cannot express a layer of a foreign one; the message says what of it, or is empty: the whole kind. */
final class UnsupportedLayerException extends Exception {

    private static final long serialVersionUID = 1L;

    UnsupportedLayerException(final String what) {
        super(what);
    }
}
