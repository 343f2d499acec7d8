// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.hdf5;

/** A piece of an object's header. */
record Message(int type, Bytes content) {

    static final int DATA_SPACE = 1;

    static final int LINK_INFO = 2;

    static final int DATA_TYPE = 3;

    static final int LINK = 6;

    static final int LAYOUT = 8;

    static final int ATTRIBUTE = 12;

    static final int CONTINUATION = 16;

    static final int SYMBOL_TABLE = 17;

    static final int ATTRIBUTE_INFO = 21;
}
