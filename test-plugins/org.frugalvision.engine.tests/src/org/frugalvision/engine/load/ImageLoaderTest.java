// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.image.PngImages;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.SettingsException;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Many files at a time. */
public final class ImageLoaderTest {

    private static final DecodeSettings AS_THEY_ARE = new DecodeSettings(Colours.KEEP, Optional.empty(), 0, 1_000_000);

    /** The files. */
    @Rule
    public final TemporaryFolder m_folder = new TemporaryFolder();

    @Test
    public void handsOnImagesAndRejectionsInOrderFromOneThread() throws Exception {
        final var files = new ArrayList<FoundFile>();
        final var expected = new ArrayList<String>();
        for (int i = 0; i < 200; i++) {
            final boolean good = i % 7 != 3;
            files.add(file(i + ".png", good ? png(1 + i % 50, i) : new byte[]{1, 2, 3}));
            expected.add(i + (good ? ".png " + (1 + i % 50)
                : ".png it is no PNG, JPEG, GIF, BMP, TIFF or WebP image"));
        }

        final var sink = new Heard();
        ImageLoader.load(files, AS_THEY_ARE, 4, sink, RunControl.none());

        assertEquals(expected, sink.m_heard);
    }

    @Test
    public void bringsImagesIntoTheWantedForm() throws Exception {
        final var settings = new DecodeSettings(Colours.RGB, Optional.of(new TargetSize(2, 4, Fit.PAD)), 0xFF0000, 100);
        final var loaded = new ArrayList<LoadedImage>();

        ImageLoader.load(List.of(file("a.png", png(2, 9))), settings, 1, new Heard() {

            @Override
            public void image(final FoundFile file, final LoadedImage image) {
                loaded.add(image);
            }
        }, RunControl.none());

        assertEquals(new ImageShape(1, 2, 2), loaded.get(0).original());
        assertEquals(new ImageShape(3, 2, 4), loaded.get(0).image().shape());
        assertArrayEquals(new byte[]{-1, 9, 9, -1, -1, 9, 9, -1, 0, 9, 9, 0, 0, 9, 9, 0, 0, 9, 9, 0, 0, 9, 9, 0},
            loaded.get(0).image().values());
    }

    @Test
    public void padsGreyImagesWithTheGreyOfTheBackground() throws Exception {
        final var settings =
            new DecodeSettings(Colours.GREY, Optional.of(new TargetSize(1, 3, Fit.PAD)), 0xFF0000, 100);

        assertArrayEquals(new byte[]{76, 9, 76}, settings.load(png(1, 9)).image().values());
    }

    @Test
    public void rejectsAFileThatIsGone() throws Exception {
        final var gone = new FoundFile("a.png", m_folder.getRoot().toPath().resolve("a.png"), Optional.empty(),
            Optional.empty(), 10);
        final var sink = new Heard();

        ImageLoader.load(List.of(gone), AS_THEY_ARE, 1, sink, RunControl.none());

        assertEquals(1, sink.m_heard.size());
        assertTrue(sink.m_heard.get(0),
            sink.m_heard.get(0).startsWith("a.png it cannot be read (there is no \""));
    }

    @Test
    public void rejectsGiantFilesUnread() throws Exception {
        final var giant = new FoundFile("a.png", m_folder.getRoot().toPath(), Optional.empty(),
            Optional.empty(), 600_000_000);
        final var sink = new Heard();

        ImageLoader.load(List.of(giant), AS_THEY_ARE, 1, sink, RunControl.none());

        assertEquals(List.of("a.png it has 600000000 bytes, more than the limit of 536870912"), sink.m_heard);
    }

    @Test
    public void endsItsThreadsWhenCanceled() throws Exception {
        final var files = new ArrayList<FoundFile>();
        for (int i = 0; i < 50; i++) {
            files.add(file(i + ".png", png(30, i)));
        }
        final var heard = new int[1];
        final var sink = new Heard() {

            @Override
            public void image(final FoundFile file, final LoadedImage image) throws CanceledException {
                if (++heard[0] == 5) {
                    throw new CanceledException();
                }
            }
        };

        assertThrows(CanceledException.class, () -> ImageLoader.load(files, AS_THEY_ARE, 3, sink, RunControl.none()));

        assertEquals(5, heard[0]);
        for (final var thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("Image decoder")) {
                thread.join(5_000);
                assertFalse("a decoder works on", thread.isAlive());
            }
        }
    }

    @Test
    public void preparesImagesInTheDecodingThreads() throws Exception {
        final var threads = ConcurrentHashMap.<Thread>newKeySet();

        ImageLoader.load(List.of(file("a.png", png(1, 0)), file("b.png", png(1, 0))), AS_THEY_ARE, 1, new Heard() {

            @Override
            public LoadedImage prepare(final LoadedImage image) {
                threads.add(Thread.currentThread());
                return image;
            }
        }, RunControl.none());

        assertEquals(1, threads.size());
        assertFalse(threads.contains(Thread.currentThread()));
    }

    @Test
    public void readsNoFurtherThanTheSinkWants() throws Exception {
        final var files = new ArrayList<FoundFile>();
        for (int i = 0; i < 100; i++) {
            files.add(file(i + ".png", png(1, i)));
        }
        final var sink = new Heard() {

            @Override
            public boolean wantsMore() {
                return m_heard.size() < 5;
            }
        };

        ImageLoader.load(files, AS_THEY_ARE, 1, sink, RunControl.none());

        assertTrue("heard of " + sink.m_heard.size(), sink.m_heard.size() >= 5 && sink.m_heard.size() < 15);
    }

    @Test
    public void reportsProgressWithTheNumberOfRejections() throws Exception {
        final var messages = new ArrayList<String>();
        final var files = new ArrayList<FoundFile>();
        for (int i = 0; i < 6; i++) {
            files.add(file(i + ".png", new byte[]{1}));
        }

        ImageLoader.load(files, AS_THEY_ARE, 1, new Heard(), new RunControl() {

            @Override
            public void progress(final double fraction, final String message) {
                messages.add(message);
            }

            @Override
            public void checkCanceled() {
                // nobody cancels
            }
        });

        assertEquals("6 of 6 files, 2 rejected", messages.get(5));
    }

    @Test
    public void refusesImpossibleSettings() {
        assertEquals("\"Height\" must be between 1 and 16,384 pixels, but is 0.",
            assertThrows(SettingsException.class, () -> new TargetSize(0, 1, Fit.CROP)).getMessage());
        assertEquals("\"Background\" must be a color between 0x000000 and 0xFFFFFF, but is -1.",
            assertThrows(SettingsException.class, () -> new DecodeSettings(Colours.KEEP, Optional.empty(), -1, 1))
                .getMessage());
        assertEquals("\"Largest number of pixels\" must be at least 1, but is 0.",
            assertThrows(SettingsException.class, () -> new DecodeSettings(Colours.KEEP, Optional.empty(), 0, 0))
                .getMessage());
    }

    private FoundFile file(final String id, final byte[] content) throws IOException {
        final Path file = Files.write(m_folder.getRoot().toPath().resolve(id), content);
        return new FoundFile(id, file, Optional.empty(), Optional.empty(), content.length);
    }

    /** A grey square of one value. */
    private static byte[] png(final int edge, final int value) {
        final var values = new byte[edge * edge];
        Arrays.fill(values, (byte)value);
        return PngImages.encode(new ImageShape(1, edge, edge), values);
    }

    private static class Heard implements ImageSink<LoadedImage> {

        final List<String> m_heard = new ArrayList<>();

        private final Thread m_thread = Thread.currentThread();

        @Override
        public LoadedImage prepare(final LoadedImage image) {
            return image;
        }

        @Override
        public void image(final FoundFile file, final LoadedImage image) throws CanceledException {
            assertSame(m_thread, Thread.currentThread());
            m_heard.add(file.id() + " " + image.image().shape().width());
        }

        @Override
        public void rejected(final Rejection rejection) {
            assertSame(m_thread, Thread.currentThread());
            m_heard.add(rejection.id() + " " + rejection.reason());
        }
    }
}
