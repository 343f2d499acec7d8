// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import java.nio.file.Path;

import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.Wording;

/**
 * An IDX file of images, packed with gzip or not, read one image at a time: magic 0x00000803 = (images, height, width)
 * grey, 0x00000804 = four dimensions with channels first or last. What the header claims is never believed before the
 * bytes are there. Every complaint is a {@link DataException} that names the file. Not thread-safe.
 */
public final class IdxImages implements ImageStream {

    /** Images of more values are refused: 64 Mi. */
    public static final int MAX_IMAGE_VALUES = 1 << 26;

    private final ByteSource m_source;

    private final ArrayBody m_body;

    private final boolean m_channelsLast;

    private IdxImages(final ByteSource source, final ChannelOrder order) {
        m_source = source;
        final var header = IdxHeader.read(source, "images", 3, 4);
        if (header.itemSize() < 0 || header.itemSize() > MAX_IMAGE_VALUES) {
            throw new DataException(Wording.file(source.file()), "the header announces images of more than %s values."
                .formatted(Wording.value(MAX_IMAGE_VALUES)), "Copy or download the file again.");
        }
        final var size = header.dimensions();
        m_channelsLast = size.length == 4 && order.isLast(source.file(), size[1], size[2], size[3]);
        final ImageShape shape;
        if (size.length == 3) {
            shape = new ImageShape(1, size[1], size[2]);
        } else if (m_channelsLast) {
            shape = new ImageShape(size[3], size[1], size[2]);
        } else {
            shape = new ImageShape(size[1], size[2], size[3]);
        }
        m_body = new ArrayBody(source, header.items(), shape, SampleType.U8.bytes());
    }

    /**
     * Opens a file and reads its header.
     *
     * @param file the file
     * @param order where a file of four dimensions has its channels; without meaning for one of three
     * @return the images, to be closed
     * @throws DataException if the file is missing, unreadable, empty, too short or no IDX file of images
     */
    public static IdxImages open(final Path file, final ChannelOrder order) {
        final var source = ByteSource.open(file);
        try {
            return new IdxImages(source, order);
        } catch (final DataException e) {
            source.close();
            throw e;
        }
    }

    @Override
    public int count() {
        return m_body.count();
    }

    @Override
    public ImageShape shape() {
        return m_body.shape();
    }

    @Override
    public boolean hasNext() {
        return m_body.hasNext();
    }

    @Override
    public byte[] next() {
        final var values = m_body.next();
        return m_channelsLast ? shape().channelsFirst(values) : values;
    }

    /**
     * Reads the labels that belong to these images.
     *
     * @param labelsFile an IDX file of labels, packed or not
     * @return one label (0..255) per image
     * @throws DataException if the file cannot be used or holds another number of labels than there are images
     */
    public int[] readLabels(final Path labelsFile) {
        final var labels = IdxLabels.read(labelsFile);
        if (labels.length != count()) {
            throw new DataException(Wording.file(labelsFile), "it holds %s, but \"%s\" holds %s."
                .formatted(Wording.count(labels.length, "label", "labels"), m_source.file().getFileName(),
                    Wording.count(count(), "image", "images")),
                "Choose the labels file that belongs to the images.");
        }
        return labels;
    }

    @Override
    public void close() {
        m_source.close();
    }
}
