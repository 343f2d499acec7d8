// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import java.io.Closeable;

import org.knime.core.data.RowIterator;

/** One pass over rows that holds a file open until its end, or until it is closed. */
public abstract class CloseableRowIterator extends RowIterator implements Closeable {

    /** Ends the pass; there is no next row then. */
    @Override
    public abstract void close();
}
