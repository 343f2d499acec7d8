// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.Wording;

/**
 * A NumPy array file of images: numbers of any type in the shape (images, height, width) for grey or four dimensions
 * with channels first or last; how numbers become values, {@link NpyScale} says. Its labels are a second array.
 */
public final class NpyImages implements ImageStream {

    private final ByteSource m_source;

    private final ArrayBody m_body;

    private final NpyType m_type;

    private final NpyScale m_scale;

    private final boolean m_channelsLast;

    private NpyImages(final ByteSource source, final NpyHeader header, final NpyType type, final NpyScale scale,
        final ChannelOrder order) {
        m_source = source;
        m_type = type;
        m_scale = scale;
        final var shape = header.shape();
        m_channelsLast = shape.length == 4 && order.isLast(source.file(), shape[1], shape[2], shape[3]);
        final int first = shape.length == 3 || m_channelsLast ? 1 : 2;
        final int channels = shape.length == 3 ? 1 : (int)shape[m_channelsLast ? 3 : 1];
        m_body = new ArrayBody(source, (int)shape[0],
            new ImageShape(channels, (int)shape[first], (int)shape[first + 1]), type.bytes());
    }

    /**
     * Opens a file and reads its header; numbers of other types than uint8 and uint16 are read once more to find their
     * range.
     *
     * @param array the array
     * @param order where an array of four dimensions has its channels
     * @param deep whether numbers from 0 to 1 become values of 16 bits instead of 8
     * @return the images, to be closed
     * @throws DataException if the file is missing, unreadable or no array of images
     */
    public static NpyImages open(final ArrayFile array, final ChannelOrder order, final boolean deep) {
        final NpyScale scale;
        try (var source = ByteSource.open(array)) {
            final var header = NpyHeader.read(source);
            check(source, header);
            final var type = type(source, header);
            if (type.kind() == 'u' && type.bytes() <= SampleType.U16.bytes()) {
                scale = new NpyScale(type.bytes() == 1 ? SampleType.U8 : SampleType.U16, 1);
            } else {
                scale = NpyScale.find(source, type, deep);
            }
        }
        final var source = ByteSource.open(array);
        try {
            final var header = NpyHeader.read(source);
            return new NpyImages(source, header, type(source, header), scale, order);
        } catch (final DataException e) {
            source.close();
            throw e;
        }
    }

    private static void check(final ByteSource source, final NpyHeader header) {
        final var shape = header.shape();
        if (shape.length != 3 && shape.length != 4) {
            throw problem(source,
                "images must have 3 or 4 dimensions, but have the shape %s.".formatted(header.shapeText()),
                "Save them as (images, height, width) or (images, height, width, channels).");
        }
        if (shape[0] > Integer.MAX_VALUE || !possible(shape)) {
            throw problem(source,
                "the header announces the shape %s, which cannot be read.".formatted(header.shapeText()),
                "Copy or download the file again.");
        }
    }

    private static NpyType type(final ByteSource source, final NpyHeader header) {
        return NpyType.of(header.type()).orElseThrow(
            () -> problem(source, "images must be numbers, but are of type %s.".formatted(header.type()),
                "Convert them with array.astype(numpy.uint8) or array.astype(numpy.uint16)."));
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
    public SampleType type() {
        return m_scale.type();
    }

    @Override
    public boolean hasNext() {
        return m_body.hasNext();
    }

    @Override
    public byte[] next() {
        final var values = m_body.next();
        final var scaled = m_type.kind() == 'u' && m_type.bytes() == 1 ? values : m_scale.values(values, m_type);
        return m_channelsLast ? shape().channelsFirst(scaled, type().bytes()) : scaled;
    }

    /**
     * Reads the labels that belong to these images.
     *
     * @param array of one label per image: whole numbers of any type, or text
     * @return the labels
     * @throws DataException if the array cannot be used or holds another number of labels than there are images
     */
    public Labels readLabels(final ArrayFile array) {
        try (var source = ByteSource.open(array)) {
            final var labels = NpyLabels.read(source);
            Labels.checkCount(source, labels.count(), m_source, count());
            return labels;
        }
    }

    @Override
    public void close() {
        m_source.close();
    }

    /** Whether the dimensions after the first make an image of at least one and not too many values. */
    private static boolean possible(final long[] shape) {
        long size = 1;
        for (int i = 1; i < shape.length && size <= IdxImages.MAX_IMAGE_VALUES; i++) {
            if (shape[i] < 1 || shape[i] > IdxImages.MAX_IMAGE_VALUES) {
                return false;
            }
            size *= shape[i];
        }
        return size <= IdxImages.MAX_IMAGE_VALUES;
    }

    private static DataException problem(final ByteSource source, final String sentence, final String fix) {
        return new DataException(Wording.file(source.file()), sentence, fix);
    }
}
