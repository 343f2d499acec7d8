// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongToDoubleFunction;

import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.image.PngImages;
import org.frugalvision.engine.image.SampleType;
import org.junit.Test;

/** TIFF files of every kind of samples, packing and colours. The packed ones are made by files/make_files.py. */
public final class TiffImagesTest {

    private static final int WIDTH = 23;

    private static final int HEIGHT = 19;

    private static final int AREA = WIDTH * HEIGHT;

    private static final long LIMIT = 10_000;

    @Test
    public void readsPackedIntegers() throws Exception {
        for (final String name : new String[]{"rgb-lzw-differences", "rgb-packbits-planes",
            "rgb-deflate-tiles-big-endian", "rgb-bigtiff", "four-lzw-tiles-planes", "deep-lzw-differences-big-endian",
            "deep-deflate-tiles"}) {
            final int bands = name.startsWith("rgb") ? 3 : name.startsWith("four") ? 4 : 2;
            final int bits = name.startsWith("deep") ? 16 : 8;

            final var image = bands(file(name + ".tif"));

            assertEquals(name, new ImageShape(bands, HEIGHT, WIDTH), image.shape());
            assertEquals(name, bits, image.type().bits());
            for (int i = 0; i < image.shape().size(); i++) {
                assertEquals(name, BandTiff.value(i / AREA, i % AREA, bits), image.value(i));
            }
        }
    }

    @Test
    public void readsPackedFloatingPointNumbers() throws Exception {
        for (final String name : new String[]{"floats-deflate-predicted", "floats-lzw-predicted-tiles-big-endian",
            "floats-packbits"}) {
            final var image = bands(file(name + ".tif"));

            assertEquals(name, new ImageShape(1, HEIGHT, WIDTH), image.shape());
            for (int i = 0; i < AREA; i++) {
                assertEquals(name, BandTiff.value(0, i, 16), image.value(i));
            }
        }
    }

    @Test
    public void readsJpegInsideAsLibtiffDoes() throws Exception {
        for (final String name : new String[]{"jpeg-strips", "jpeg-tiles"}) {
            final var expected = PngImages.decode(file(name + ".png"), name);

            final var image = keep(file(name + ".tif"));

            assertEquals(name, expected.shape(), image.shape());
            for (int i = 0; i < image.shape().size(); i++) {
                assertEquals(name, expected.value(i), image.value(i), 1);
            }
        }
    }

    @Test
    public void readsFaxesAsOneChannel() throws Exception {
        for (final String name : new String[]{"fax-group3", "fax-group4"}) {
            final var image = keep(file(name + ".tif"));

            assertEquals(name, new ImageShape(1, HEIGHT, WIDTH), image.shape());
            for (int i = 0; i < AREA; i++) {
                assertEquals(name, BandTiff.value(0, i, 3) > 3 ? 255 : 0, image.value(i));
            }
        }
    }

    @Test
    public void readsTheFirstPageInFullResolution() throws Exception {
        assertEquals(new ImageShape(3, HEIGHT, WIDTH), keep(file("thumbnail-first.tif")).shape());
    }

    /** Bits, format, number of a sample from what is to be read, and that. */
    @Test
    public void readsEverySampleTypeInItsRange() throws RejectedException {
        assertRead(16, PlainTiff.UNSIGNED, v -> v, 65_535, 1);
        assertRead(32, PlainTiff.UNSIGNED, v -> v, 65_535, 1);
        assertRead(32, PlainTiff.UNSIGNED, v -> v * 65_537, 65_535, 1);
        assertRead(16, PlainTiff.SIGNED, v -> v, 32_767, 1);
        assertRead(32, PlainTiff.SIGNED, v -> v, 65_535, 1);
        assertRead(32, PlainTiff.FLOAT, v -> v / 65_535d, 65_535, 1);
        assertRead(64, PlainTiff.FLOAT, v -> v / 65_535d, 65_535, 1);
        assertRead(32, PlainTiff.FLOAT, v -> v, 255, 257);
        assertRead(64, PlainTiff.FLOAT, v -> v, 255, 257);
        assertRead(32, PlainTiff.FLOAT, v -> v, 65_535, 1);
    }

    private static void assertRead(final int bits, final int format, final LongToDoubleFunction number,
        final int largest, final int factor) throws RejectedException {
        for (final int bands : new int[]{1, 2, 3, 4, 6}) {
            for (int kind = 0; kind < 4; kind++) {
                final var tiff = new PlainTiff(5, 4, bands, bits).format(format);
                if (kind % 2 == 1) {
                    tiff.bigEndian();
                }
                if (kind > 1 && bands > 1) {
                    tiff.planar();
                }
                final byte[] file = tiff.of((band, pixel) -> raw(bits, format,
                    number.applyAsDouble(wanted(band, pixel, largest))));

                final var image = bands(file);

                assertEquals(new ImageShape(bands, 4, 5), image.shape());
                assertEquals(SampleType.U16, image.type());
                for (int i = 0; i < image.shape().size(); i++) {
                    assertEquals(bits + " bits, format " + format, factor * wanted(i / 20, i % 20, largest),
                        image.value(i));
                }
                if (bands < 5) {
                    assertPicture(file, bands, factor, largest);
                }
            }
        }
    }

    /** The same values in the three ways to make a picture of 8 bits. */
    private static void assertPicture(final byte[] file, final int bands, final int factor, final int largest)
        throws RejectedException {
        final int channels = bands < 3 ? 1 : 3;
        final var kept = keep(file);
        final var rgb = load(Colours.RGB, file);
        assertEquals(new ImageShape(channels, 4, 5), kept.shape());
        for (int i = 0; i < kept.shape().size(); i++) {
            assertEquals((factor * wanted(i / 20, i % 20, largest) + 128) / 257, kept.value(i));
            assertEquals(kept.value(i), rgb.value(i));
        }
        assertEquals(Colours.GREY.apply(kept, 0).value(7), load(Colours.GREY, file).value(7));
    }

    private static int wanted(final int band, final int pixel, final int largest) {
        return pixel == 0 ? largest : (band * 901 + pixel * 3001) % (largest + 1);
    }

    private static long raw(final int bits, final int format, final double number) {
        if (format != PlainTiff.FLOAT) {
            return (long)number;
        }
        return bits == 64 ? Double.doubleToLongBits(number) : Float.floatToIntBits((float)number);
    }

    @Test
    public void readsHalfPrecision() throws RejectedException {
        // 0, the smallest, 0.5, 1
        final long[] halves = {0, 1, 0x3800, 0x3C00};

        final var image = bands(new PlainTiff(4, 1, 1, 16).format(PlainTiff.FLOAT).of((band, pixel) -> halves[pixel]));

        assertValues(image, 0, 0, 32_768, 65_535);
    }

    @Test
    public void readsSignedBytesAsTheyAre() throws RejectedException {
        final var image = bands(new PlainTiff(3, 1, 1, 8).format(PlainTiff.SIGNED).of((band, pixel) -> pixel * 60));

        assertEquals(SampleType.U8, image.type());
        assertValues(image, 0, 60, 120);
    }

    @Test
    public void scalesFewAndOddBits() throws RejectedException {
        for (final int bits : new int[]{1, 2, 3, 4, 6, 10, 12, 14}) {
            final int most = (1 << bits) - 1;
            final int largest = bits < 8 ? 255 : 65_535;

            final var image = bands(new PlainTiff(7, 3, 1, bits).of((band, pixel) -> pixel * 5L % (most + 1)));

            for (int i = 0; i < 21; i++) {
                assertEquals(bits + " bits", Math.round(i * 5 % (most + 1) * (double)largest / most), image.value(i));
            }
        }
    }

    @Test
    public void refusesValuesThatAreNoBrightness() {
        assertReason("its values are signed integers of 16 bits from -5 to 0, but brightness begins at 0; add a "
            + "constant",
            new PlainTiff(2, 1, 1, 16).format(PlainTiff.SIGNED).of((band, pixel) -> pixel - 1 == 0 ? -5 : 0));
        assertReason("its values are floating-point numbers of 32 bits from -0.5 to 1, but brightness begins at 0; "
            + "add a constant", floats(-0.5f, 1));
        assertReason("its values are floating-point numbers of 32 bits, and some are undefined (NaN)",
            floats(0, Float.NaN));
        assertReason("its values are floating-point numbers of 32 bits up to 65536, more than 65535; divide them",
            floats(0, 65_536));
        assertReason("its values are floating-point numbers of 32 bits up to Infinity, more than 65535; divide them",
            floats(0, Float.POSITIVE_INFINITY));
    }

    private static byte[] floats(final float... values) {
        return new PlainTiff(values.length, 1, 1, 32).format(PlainTiff.FLOAT)
            .of((band, pixel) -> Float.floatToIntBits(values[pixel]));
    }

    @Test
    public void refusesOtherKindsByName() throws IOException {
        assertReason("its colors are CIE L*a*b* (unsigned integers of 8 bits), which are not read; convert it to RGB",
            file("lab.tif"));
        assertReason("its values are unsigned integers of 64 bits, which are not read; store unsigned integers of 8 or "
            + "16 bits", plain(1, 64));
        assertReason("its values are complex numbers of 64 bits, which are not read; store unsigned integers of 8 or "
            + "16 bits", new PlainTiff(1, 1, 1, 64).format(6).of((band, pixel) -> 0));
        assertReason("its bands have different numbers of bits ([5, 6, 5]), which are not read",
            new PlainTiff(1, 1, 3, 8).with(258, 5, 6, 5).of((band, pixel) -> 0));
        assertReason("it is packed by Zstandard, which is not read; store it with LZW or Deflate",
            new PlainTiff(1, 1, 1, 8).with(259, 50_000).of((band, pixel) -> 0));
        assertReason("its colors are the raw mosaic of a camera (unsigned integers of 16 bits), which are not read; "
            + "convert it to RGB", new PlainTiff(1, 1, 1, 16).with(262, 32_803).of((band, pixel) -> 0));
        assertReason("its colors are YCbCr (unsigned integers of 8 bits) of lower resolution, which are not read; "
            + "convert it to RGB", new PlainTiff(2, 2, 3, 8).with(262, 6).of((band, pixel) -> 0));
        assertReason("its values are predicted by method 3 for unsigned integers of 8 bits, which is not read",
            new PlainTiff(1, 1, 1, 8).with(317, 3).of((band, pixel) -> 0));
    }

    private static byte[] plain(final int bands, final int bits) {
        return new PlainTiff(2, 1, bands, bits).of((band, pixel) -> 0);
    }

    @Test
    public void inksBecomeColoursInEveryWay() throws RejectedException {
        final long[] inks = {255, 0, 51, 51};
        final byte[] cmyk = new PlainTiff(1, 1, 4, 8).with(262, 5).of((band, pixel) -> inks[band]);
        final byte[] deep = new PlainTiff(1, 1, 4, 16).with(262, 5).of((band, pixel) -> inks[band] * 257);
        final byte[] clear =
            new PlainTiff(1, 1, 5, 8).with(262, 5).with(338, 2).of((band, pixel) -> band == 4 ? 9 : inks[band]);

        for (final var colours : new Colours[]{Colours.KEEP, Colours.RGB, Colours.BANDS}) {
            assertValues(load(colours, cmyk), 0, 204, 163);
        }
        assertValues(keep(deep), 0, 204, 163);
        assertValues(bands(deep), 0, 204 * 257, 41_942);
        assertValues(keep(clear), 0, 204, 163, 9);
    }

    @Test
    public void brightnessAndDifferencesBecomeColours() throws RejectedException {
        final long[] samples = {100, 128, 200};

        assertValues(keep(new PlainTiff(1, 1, 3, 8).with(262, 6).with(530, 1, 1).of((band, pixel) -> samples[band])),
            201, 49, 100);
    }

    @Test
    public void whiteThatIsZeroIsTurnedRound() throws RejectedException {
        assertValues(keep(new PlainTiff(2, 1, 1, 8).with(262, 0).of((band, pixel) -> pixel * 5)), 255, 250);
        assertValues(bands(new PlainTiff(2, 1, 1, 16).with(262, 0).of((band, pixel) -> pixel * 5)), 65_535, 65_530);
        assertValues(keep(new PlainTiff(2, 1, 1, 1).with(262, 0).of((band, pixel) -> pixel)), 255, 0);
    }

    /** However programs widened its colours to 16 bits. */
    @Test
    public void looksUpEveryColourOfAPaletteExactly() throws RejectedException {
        for (final int factor : new int[]{1, 256, 257}) {
            final var map = new long[768];
            for (int i = 0; i < map.length; i++) {
                map[i] = (i % 256 * 7 + i / 256 * 31) % 256 * factor;
            }
            final byte[] file = new PlainTiff(16, 16, 1, 8).with(262, 3).with(320, map).of((band, pixel) -> pixel);

            for (final var image : new DecodedImage[]{keep(file), bands(file)}) {
                assertEquals(new ImageShape(3, 16, 16), image.shape());
                for (int i = 0; i < 768; i++) {
                    assertEquals((i % 256 * 7 + i / 256 * 31) % 256, image.value(i));
                }
            }
        }
    }

    @Test
    public void aPaletteOfGreysIsGrey() throws RejectedException {
        final var map = new long[48];
        for (int i = 0; i < map.length; i++) {
            map[i] = (15 - i % 16) * 17 * 257;
        }

        final var image = keep(new PlainTiff(16, 1, 1, 4).with(262, 3).with(320, map).of((band, pixel) -> pixel));

        assertValues(image, 255, 238, 221, 204, 187, 170, 153, 136, 119, 102, 85, 68, 51, 34, 17, 0);
    }

    @Test
    public void aFurtherBandIsAlphaOnlyWhereTheFileSaysSo() throws RejectedException {
        final long[] samples = {30, 60, 90, 120};
        for (final int photometric : new int[]{1, 2}) {
            final byte[] unsaid =
                new PlainTiff(1, 1, 4, 8).with(262, photometric).of((band, pixel) -> samples[band]);
            final byte[] unspecified =
                new PlainTiff(1, 1, 4, 8).with(262, photometric).with(338, 0).of((band, pixel) -> samples[band]);

            assertValues(keep(unsaid), 30, 60, 90);
            assertValues(keep(unspecified), 30, 60, 90);
            assertValues(bands(unspecified), 30, 60, 90, 120);
        }
        assertValues(keep(new PlainTiff(1, 1, 4, 8).with(262, 2).with(338, 2).of((band, pixel) -> samples[band])), 30,
            60, 90, 120);
        assertValues(keep(new PlainTiff(1, 1, 4, 8).with(262, 2).with(338, 1).of((band, pixel) -> samples[band])), 64,
            128, 191, 120);
        assertValues(keep(new PlainTiff(1, 1, 2, 8).with(338, 2).of((band, pixel) -> samples[band])), 30, 30, 30, 60);
        assertValues(keep(new PlainTiff(1, 1, 2, 8).with(338, 0).of((band, pixel) -> samples[band])), 30);
        assertValues(bands(new PlainTiff(1, 1, 2, 8).with(338, 0).of((band, pixel) -> samples[band])), 30, 60);
    }

    @Test
    public void turnsManyBandsOfSixteenBitsUpright() throws RejectedException {
        final var image = bands(new PlainTiff(2, 1, 5, 16).with(274, 6).of((band, pixel) -> 1000 * band + pixel));

        assertEquals(new ImageShape(5, 2, 1), image.shape());
        assertValues(image, 0, 1, 1000, 1001, 2000, 2001, 3000, 3001, 4000, 4001);
    }

    @Test
    public void guessesWhatFollowsFromTheOtherFields() throws RejectedException {
        final PlainTiff.Samples samples = (band, pixel) -> 10 * band + pixel;
        for (final int missing : new int[]{259, 262, 277, 279}) {
            final var tiff = new PlainTiff(2, 1, 3, 8).with(262, 2);
            tiff.of(samples);
            final byte[] file = tiff.with(missing).with(missing == 279 ? 278 : 284).of(samples);

            assertValues(keep(missing == 279 ? withoutCounts() : file), 0, 1, 10, 11, 20, 21);
        }
    }

    /** Counts that are 0 are none. */
    private static byte[] withoutCounts() {
        return new PlainTiff(2, 1, 3, 8).with(262, 2).with(279, 0).of((band, pixel) -> 10 * band + pixel);
    }

    @Test
    public void ignoresDamagedFieldsBesideThePixels() throws RejectedException {
        final var tiff = new PlainTiff(2, 1, 1, 8).with(34_675, 1, 2).with(700, 1, 2).with(34_665, 1_000_000);
        final byte[] file = tiff.of((band, pixel) -> 5 + pixel);
        // the list of the profile stands far outside
        for (int i = 0; i + 8 < file.length; i++) {
            if (file[i] == (byte)(34_675 & 0xFF) && file[i + 1] == (byte)(34_675 >> 8)) {
                Arrays.fill(file, i + 8, i + 12, (byte)0x7F);
            }
        }

        assertValues(keep(file), 5, 6);
    }

    @Test
    public void refusesPixelsThatAreMissing() {
        final byte[] whole = new PlainTiff(4, 4, 1, 8).of((band, pixel) -> pixel);
        final byte[] beyond = new PlainTiff(4, 4, 1, 8).with(273, whole.length - 8).of((band, pixel) -> pixel);

        assertReason("its pixel data end too early", beyond);
        assertReason("its pixel data end too early",
            new PlainTiff(4, 4, 1, 8).with(279, 15).of((band, pixel) -> pixel));
        assertReason("1 of its 2 strips or tiles are missing",
            new PlainTiff(4, 4, 1, 8).with(278, 2).of((band, pixel) -> pixel));
        assertReason("it has no pages", new byte[]{'I', 'I', 42, 0, 0, 0, 0, 0});
        assertReason("it announces more pixels than its data can hold",
            assertThrowsSize(new PlainTiff(4, 4, 1, 8).with(256, 100_000).of((band, pixel) -> pixel)));
    }

    private static byte[] assertThrowsSize(final byte[] file) {
        assertEquals("it has 100000 x 4 pixels, more than the limit of 10000",
            assertThrows(RejectedException.class, () -> ImageFiles.decode(file, LIMIT)).getMessage());
        return new PlainTiff(4, 4, 60_000, 8).with(258, 8).with(277, 60_000).with(256, 100).with(257, 100)
            .with(273, 8).with(279, 8).with(278, 100).with(262, 1).of((band, pixel) -> 0);
    }

    private static DecodedImage keep(final byte[] file) throws RejectedException {
        return load(Colours.KEEP, file);
    }

    private static DecodedImage bands(final byte[] file) throws RejectedException {
        return load(Colours.BANDS, file);
    }

    private static DecodedImage load(final Colours colours, final byte[] file) throws RejectedException {
        return new DecodeSettings(colours, Optional.empty(), 0, LIMIT).load(file).image();
    }

    private static void assertValues(final DecodedImage image, final int... values) {
        final var actual = new int[image.shape().size()];
        for (int i = 0; i < actual.length; i++) {
            actual[i] = image.value(i);
        }
        assertArrayEquals(values, actual);
    }

    private static void assertReason(final String reason, final byte[] file) {
        for (final var colours : Colours.values()) {
            assertEquals(reason, assertThrows(RejectedException.class, () -> load(colours, file)).getMessage());
        }
    }

    private static byte[] file(final String name) throws IOException {
        try (var in = TiffImagesTest.class.getResourceAsStream("files/tiff/" + name)) {
            assertTrue(name, in != null);
            return in.readAllBytes();
        }
    }
}
