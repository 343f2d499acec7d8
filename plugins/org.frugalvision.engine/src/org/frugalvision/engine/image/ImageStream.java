// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import org.frugalvision.engine.run.DataException;

/** The images of a data set's file, read one at a time; to be closed. Not thread-safe. */
public interface ImageStream extends AutoCloseable {

    /** @return number of images in the file */
    int count();

    /** @return the shape of every image */
    ImageShape shape();

    /** @return how values are stored; 8 bits unless told otherwise */
    default SampleType type() {
        return SampleType.U8;
    }

    /** @return whether {@link #next()} has another image */
    boolean hasNext();

    /**
     * Reads the next image; after the last one, makes sure that the file ends there.
     *
     * @return its values, CHW, {@code type().bytes()} bytes each; a new array
     * @throws DataException if the data end early or go on after the last image
     * @throws java.util.NoSuchElementException after the last image
     */
    byte[] next();

    @Override
    void close();
}
