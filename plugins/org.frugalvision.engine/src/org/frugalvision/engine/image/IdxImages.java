// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import java.nio.file.Path;
import java.util.NoSuchElementException;

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

    private final int m_count;

    private final ImageShape m_shape;

    private final boolean m_channelsLast;

    private int m_next;

    private IdxImages(final ByteSource source, final ChannelOrder order) {
        m_source = source;
        final var header = IdxHeader.read(source, "images", 3, 4);
        m_count = header.items();
        if (header.itemSize() < 0 || header.itemSize() > MAX_IMAGE_VALUES) {
            throw problem(
                "the header announces images of more than %s values.".formatted(Wording.value(MAX_IMAGE_VALUES)));
        }
        final var size = header.dimensions();
        m_channelsLast = size.length == 4 && order == ChannelOrder.LAST;
        if (size.length == 3) {
            m_shape = new ImageShape(1, size[1], size[2]);
        } else if (m_channelsLast) {
            m_shape = new ImageShape(size[3], size[1], size[2]);
        } else {
            m_shape = new ImageShape(size[1], size[2], size[3]);
        }
        final long bodyBytes = (long)m_count * m_shape.size();
        final long present = source.length().orElse(bodyBytes + source.position()) - source.position();
        if (present < bodyBytes) {
            throw truncated(present);
        }
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
        return m_count;
    }

    @Override
    public ImageShape shape() {
        return m_shape;
    }

    @Override
    public boolean hasNext() {
        return m_next < m_count;
    }

    @Override
    public byte[] next() {
        if (!hasNext()) {
            throw new NoSuchElementException("There are only " + m_count + " images.");
        }
        final var values = m_source.next(m_shape.size());
        if (values.length < m_shape.size()) {
            throw truncated((long)m_next * m_shape.size() + values.length);
        }
        m_next++;
        if (!hasNext() && m_source.next(1).length > 0) {
            throw problem("more data follow after the %s that the header announces."
                .formatted(Wording.count(m_count, "image", "images")));
        }
        return m_channelsLast ? m_shape.channelsFirst(values) : values;
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
        if (labels.length != m_count) {
            throw new DataException(Wording.file(labelsFile), "it holds %s, but \"%s\" holds %s."
                .formatted(Wording.count(labels.length, "label", "labels"), m_source.file().getFileName(),
                    Wording.count(m_count, "image", "images")),
                "Choose the labels file that belongs to the images.");
        }
        return labels;
    }

    @Override
    public void close() {
        m_source.close();
    }

    private DataException truncated(final long present) {
        return problem("the header announces %s of %s (%s bytes), but the data end after %s.".formatted(
            Wording.count(m_count, "image", "images"), m_shape, Wording.value((long)m_count * m_shape.size()),
            Wording.count(present, "byte", "bytes")));
    }

    private DataException problem(final String sentence) {
        return new DataException(Wording.file(m_source.file()), sentence, "Copy or download the file again.");
    }
}
