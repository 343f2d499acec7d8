// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.tiff;

import org.frugalvision.engine.image.Alpha;
import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.image.Orientation;
import org.frugalvision.engine.image.SampleType;

/**
 * The first page in full resolution of a TIFF or BigTIFF file, in strips or tiles, planar or not, not packed or by LZW,
 * Deflate, PackBits or JPEG, also as differences; pages for fax machines are left to the platform's reader.
 */
public final class TiffFile {

    private static final int PREMULTIPLIED = 1;

    private static final int PLAIN = 2;

    private final byte[] m_file;

    private final TiffBytes m_bytes;

    private final TiffPage m_page;

    private final TiffLayout m_layout;

    /**
     * Reads the fields of the page.
     *
     * @param file the bytes of a file; shared, only read
     * @throws TiffException if they are no TIFF file, or one that is not read
     */
    public TiffFile(final byte[] file) throws TiffException {
        m_file = file;
        m_bytes = new TiffBytes(file);
        m_page = TiffPage.first(m_bytes);
        m_layout = TiffLayout.of(m_page.fields());
    }

    /** @return columns as stored */
    public int width() {
        return m_layout.width();
    }

    /** @return rows as stored */
    public int height() {
        return m_layout.height();
    }

    /** @return how the page has to be turned */
    public Orientation orientation() {
        return Orientation.of(m_page.fields().number(TiffTag.ORIENTATION, 1));
    }

    /**
     * @return what the last of the bands is: alpha only where the file says so (ExtraSamples), and only behind grey or
     *         RGB
     */
    public Alpha alpha() {
        final long[] extra = m_page.fields().numbers(TiffTag.EXTRA_SAMPLES);
        final boolean palette = m_layout.photometric() == Photometric.PALETTE;
        if (palette || extra.length != 1 || m_layout.bands() != m_layout.photometric().bands() + 1) {
            return Alpha.NONE;
        }
        return switch ((int)extra[0]) {
            case PREMULTIPLIED -> Alpha.PREMULTIPLIED;
            case PLAIN -> Alpha.PLAIN;
            default -> Alpha.NONE;
        };
    }

    /**
     * Reads all bands. Unsigned integers of up to 8 bits are shares of 255, others of up to 16 bits of 65,535.
     * Signed ones of 8 bits stay what they are. All others get 16 bits: integers up to 65,535 stay what they are; if
     * the page has larger ones, each is its share of the largest of its type. Floating-point numbers are shares of 1 if
     * none is larger, else of 255 if none is larger, else they stay up to 65,535. Negative, larger and undefined values
     * are refused. Palettes, inks (CMYK) and YCbCr become RGB; a palette of greys becomes one channel; white that is 0
     * is turned round. Cost: O(values).
     *
     * @return any number of channels of 8 or 16 bits, not turned
     * @throws TiffException if the data are damaged, incomplete or of a kind that is not read
     */
    public DecodedImage read() throws TiffException {
        final var packing = Packing.of(m_page.fields().number(TiffTag.COMPRESSION, 1));
        if (packing == Packing.PLATFORM) {
            return PlatformTiff.read(m_file, m_page.index());
        }
        if (m_layout.photometric() == Photometric.BRIGHTNESS_AND_DIFFERENCES) {
            requireFullColours(packing);
        }
        final var shape = new ImageShape(m_layout.bands(), m_layout.height(), m_layout.width());
        final byte[] samples = SampleReader.read(m_bytes, m_page.fields(), m_layout, packing);
        final byte[] values = ValueRange.decides(m_layout) ? ValueRange.apply(samples, m_layout) : samples;
        final var type = values.length == shape.size() ? SampleType.U8 : SampleType.U16;
        return Colouring.apply(new DecodedImage(shape, type, values), m_layout, m_page.fields());
    }

    /** JPEG restores colours of lower resolution itself; in separate planes programs disagree about what it means. */
    private void requireFullColours(final Packing packing) throws TiffException {
        final long[] subsampling = m_page.fields().numbers(TiffTag.SUBSAMPLING);
        final boolean full = subsampling.length == 2 && subsampling[0] == 1 && subsampling[1] == 1;
        if (packing == Packing.JPEG ? m_layout.planar() : !full) {
            throw new TiffException("its colors are YCbCr (%s) %s, which are not read; convert it to RGB".formatted(
                m_layout.samples(), packing == Packing.JPEG ? "in separate planes" : "of lower resolution"));
        }
    }
}
