// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/** Values at an address in memory that somebody else owns and keeps. */
final class Floats extends FloatPointer {

    Floats(final long at) {
        super((Pointer)null);
        address = at;
    }
}
