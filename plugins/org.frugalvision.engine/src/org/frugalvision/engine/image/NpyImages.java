// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.Wording;

/**
 * A NumPy array file of images: type uint8 or uint16, shape (images, height, width) for grey or four dimensions with
 * channels first or last. Its labels are a second file: one whole number per image, of any integer type.
 */
public final class NpyImages implements ImageStream {

    private final ByteSource m_source;

    private final ArrayBody m_body;

    private final SampleType m_type;

    private final boolean m_littleEndian;

    private final boolean m_channelsLast;

    private NpyImages(final ByteSource source, final ChannelOrder order) {
        m_source = source;
        final var header = NpyHeader.read(source);
        final var shape = header.shape();
        if (!header.type().matches("[|<>]?u1|[<>]u2")) {
            throw problem("images must be of type uint8 or uint16, but are of type %s.".formatted(header.type()),
                "Convert them with array.astype(numpy.uint8) or array.astype(numpy.uint16).");
        }
        m_type = header.type().endsWith("2") ? SampleType.U16 : SampleType.U8;
        m_littleEndian = header.type().startsWith("<");
        if (shape.length != 3 && shape.length != 4) {
            throw problem("images must have 3 or 4 dimensions, but have the shape %s.".formatted(header.shapeText()),
                "Save them as (images, height, width) or (images, height, width, channels).");
        }
        if (shape[0] > Integer.MAX_VALUE || !possible(shape)) {
            throw problem("the header announces the shape %s, which cannot be read.".formatted(header.shapeText()),
                "Copy or download the file again.");
        }
        m_channelsLast = shape.length == 4 && order == ChannelOrder.LAST;
        final int first = shape.length == 3 || m_channelsLast ? 1 : 2;
        final int channels = shape.length == 3 ? 1 : (int)shape[m_channelsLast ? 3 : 1];
        m_body = new ArrayBody(source, (int)shape[0],
            new ImageShape(channels, (int)shape[first], (int)shape[first + 1]), m_type);
    }

    /**
     * Opens a file and reads its header.
     *
     * @param file the file, packed with gzip or not
     * @param order where an array of four dimensions has its channels
     * @return the images, to be closed
     * @throws DataException if the file is missing, unreadable or no array of images
     */
    public static NpyImages open(final Path file, final ChannelOrder order) {
        final var source = ByteSource.open(file);
        try {
            return new NpyImages(source, order);
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
    public SampleType type() {
        return m_type;
    }

    @Override
    public boolean hasNext() {
        return m_body.hasNext();
    }

    @Override
    public byte[] next() {
        final var values = m_body.next();
        if (m_type == SampleType.U16 && m_littleEndian) {
            swapBytes(values);
        }
        return m_channelsLast ? shape().channelsFirst(values, m_type.bytes()) : values;
    }

    private static void swapBytes(final byte[] values) {
        for (int i = 0; i < values.length; i += 2) {
            final byte low = values[i];
            values[i] = values[i + 1];
            values[i + 1] = low;
        }
    }

    /**
     * Reads the labels that belong to these images.
     *
     * @param labelsFile an array file of one dimension and an integer type
     * @return one label per image, at least 0
     * @throws DataException if the file cannot be used or holds another number of labels than there are images
     */
    public int[] readLabels(final Path labelsFile) {
        try (var source = ByteSource.open(labelsFile)) {
            final var header = NpyHeader.read(source);
            if (!header.type().matches("[<>|]?[iu][1248]") || header.shape().length != 1) {
                throw new DataException(Wording.file(labelsFile),
                    "labels must be one dimension of whole numbers, but have the shape %s and type %s."
                        .formatted(header.shapeText(), header.type()),
                    "Save them with numpy.save(file, labels.astype(numpy.uint8)).");
            }
            if (header.shape()[0] != count()) {
                throw new DataException(Wording.file(labelsFile), "it holds %s, but \"%s\" holds %s.".formatted(
                    Wording.count(header.shape()[0], "label", "labels"), m_source.file().getFileName(),
                    Wording.count(count(), "image", "images")), "Choose the labels file that belongs to the images.");
            }
            return labels(source, header);
        }
    }

    @Override
    public void close() {
        m_source.close();
    }

    private int[] labels(final ByteSource source, final NpyHeader header) {
        final int bytes = header.type().charAt(header.type().length() - 1) - '0';
        final boolean signed = header.type().contains("i");
        final var order = header.type().startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        final var labels = new int[count()];
        for (int i = 0; i < count(); i++) {
            final var item = source.next(bytes);
            if (item.length < bytes) {
                throw new DataException(Wording.file(source.file()),
                    "the header announces %s, but the data end after %s."
                    .formatted(Wording.count(count(), "label", "labels"), Wording.value(i)),
                    "Copy or download the file again.");
            }
            final long label = number(ByteBuffer.wrap(item).order(order), signed);
            if (label < 0 || label > Integer.MAX_VALUE) {
                throw new DataException(Wording.file(source.file()), "label %s is %s, but labels must be at least 0."
                    .formatted(Wording.value(i + 1), Wording.value(label)), "Number the classes from 0.");
            }
            labels[i] = (int)label;
        }
        return labels;
    }

    private static long number(final ByteBuffer item, final boolean signed) {
        return switch (item.capacity()) {
            case 1 -> signed ? item.get() : item.get() & 0xFF;
            case 2 -> signed ? item.getShort() : item.getShort() & 0xFFFF;
            case 4 -> signed ? item.getInt() : item.getInt() & 0xFFFFFFFFL;
            default -> item.getLong();
        };
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

    private DataException problem(final String sentence, final String fix) {
        return new DataException(Wording.file(m_source.file()), sentence, fix);
    }
}
