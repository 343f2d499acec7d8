// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.image.png;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ref.SoftReference;
import java.util.Arrays;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.image.ImageContent;
import org.knime.core.node.util.CheckUtils;

/**
 * The bytes of a PNG picture. They are decoded on construction, so that bad bytes never get into a table, and the
 * decoded picture stays in memory as long as there is room.
 */
public class PNGImageContent implements ImageContent {

    /** The type of image columns, whatever the size of the pictures. */
    public static final DataType TYPE = DataType.getType(PNGImageCell.class);

    /** Pictures of at least this many bytes are stored beside the rows instead of within. */
    private static final int BYTES_PER_KB = 1024;

    private static final int MIN_BLOB_SIZE = Integer.getInteger("org.knime.pngminblobsize", 40 * 1024);

    private final byte[] m_bytes;

    private volatile SoftReference<BufferedImage> m_image = new SoftReference<>(null);

    private PNGImageContent(final byte[] bytes, final SoftReference<BufferedImage> image) {
        m_bytes = bytes;
        m_image = image;
    }

    /**
     * The picture with these bytes, which must not be changed any more.
     *
     * @throws IllegalArgumentException if the bytes are no PNG picture
     */
    public PNGImageContent(final byte[] bytes) {
        this(CheckUtils.checkArgumentNotNull(bytes, "PNG bytes must not be null."),
            new SoftReference<>(decode(bytes)));
    }

    /**
     * The picture in the rest of the stream, which stays open.
     *
     * @throws IllegalArgumentException if the bytes are no PNG picture
     */
    public PNGImageContent(final InputStream in) throws IOException {
        this(in.readAllBytes());
    }

    /** Content that was checked before it was stored. */
    static PNGImageContent ofChecked(final byte[] bytes) {
        return new PNGImageContent(bytes, new SoftReference<>(null));
    }

    /** The bytes themselves; not to be changed. */
    public byte[] getByteArrayReference() {
        return m_bytes;
    }

    /** A copy of the bytes. */
    public byte[] getByteArray() {
        return m_bytes.clone();
    }

    /** The decoded picture. */
    public Image getImage() {
        BufferedImage image = m_image.get();
        if (image == null) {
            image = decode(m_bytes);
            m_image = new SoftReference<>(image);
        }
        return image;
    }

    @Override
    public void paint(final Graphics2D graphics, final int width, final int height) {
        graphics.drawImage(getImage(), 0, 0, width, height, null);
    }

    @Override
    public Dimension getPreferredSize() {
        final Image image = getImage();
        return new Dimension(image.getWidth(null), image.getHeight(null));
    }

    /** A {@link PNGImageCell} below 40 KiB, else a {@link PNGImageBlobCell}; -Dorg.knime.pngminblobsize moves it. */
    @Override
    public DataCell toImageCell() {
        return m_bytes.length < MIN_BLOB_SIZE ? new PNGImageCell(this) : new PNGImageBlobCell(this);
    }

    @Override
    public void save(final OutputStream out) throws IOException {
        out.write(m_bytes);
    }

    /** Width, height and whole KB of the stored form. */
    @Override
    public String getSummary() {
        final Dimension size = getPreferredSize();
        return "PNG Image " + size.width + " x " + size.height + " with " + m_bytes.length / BYTES_PER_KB + " KB";
    }

    @Override
    public boolean equals(final Object object) {
        return object instanceof PNGImageContent && Arrays.equals(m_bytes, ((PNGImageContent)object).m_bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(m_bytes);
    }

    private static BufferedImage decode(final byte[] bytes) {
        final ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            return reader.read(0);
        } catch (final IOException | RuntimeException ex) { // the decoder lets out many of them on bad bytes
            throw new IllegalArgumentException("Not a readable PNG picture (" + bytes.length + " bytes): "
                + ex.getMessage(), ex);
        } finally {
            reader.dispose();
        }
    }
}
