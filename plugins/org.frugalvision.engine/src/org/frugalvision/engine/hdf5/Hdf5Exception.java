// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.hdf5;

import java.io.IOException;

/** A file is no HDF5, is damaged, or uses a part of HDF5 that is not read. The message is a reason, no full stop. */
public final class Hdf5Exception extends IOException {

    private static final long serialVersionUID = 1L;

    Hdf5Exception(final String reason) {
        super(reason);
    }
}
