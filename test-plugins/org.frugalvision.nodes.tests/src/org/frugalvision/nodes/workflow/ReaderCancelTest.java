// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.workflow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import javax.imageio.ImageIO;

import org.eclipse.core.runtime.Platform;
import org.frugalvision.nodes.probe.TableProbeNodeFactory;
import org.frugalvision.nodes.probe.TestWorkflow;
import org.frugalvision.nodes.read.dataset.ImageDatasetReaderNodeFactory;
import org.frugalvision.nodes.read.folder.ImageFolderReaderNodeFactory;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Readers that are canceled amid minutes of work end at once, and nobody reads on. */
public class ReaderCancelTest {

    private static final int FAILED = 4;

    private static final int FILES = 3000;

    private static final long POLL_NANOS = 1_000_000;

    private static final String DECODER = "Image decoder";

    @Rule
    public final TemporaryFolder m_temporary = new TemporaryFolder();

    private TestWorkflow m_workflow;

    private Path m_image;

    /** An image that takes a tenth of a second to decode. */
    @Before
    public void createImage() throws IOException {
        m_workflow = TestWorkflow.in(m_temporary.getRoot().toPath());
        m_image = Files.createDirectories(m_workflow.folder().resolve("data/all")).resolve("0.png");
        ImageIO.write(new BufferedImage(4000, 4000, BufferedImage.TYPE_3BYTE_BGR), "png", m_image.toFile());
    }

    @Test(timeout = 60_000)
    public void folder() throws Exception {
        for (int i = 1; i < FILES; i++) {
            Files.createLink(m_image.resolveSibling(i + ".png"), m_image);
        }
        assertEndsWhenCanceled(m_workflow.add(ImageFolderReaderNodeFactory.class, model -> {
            model.addString("folder", "data");
            model.addString("size", "FIXED");
        }));
    }

    @Test(timeout = 60_000)
    public void archive() throws Exception {
        final byte[] png = Files.readAllBytes(m_image);
        try (var zip = new ZipOutputStream(Files.newOutputStream(m_workflow.folder().resolve("data/images.zip")))) {
            for (int i = 0; i < FILES; i++) {
                zip.putNextEntry(new ZipEntry("class/%d.png".formatted(i)));
                zip.write(png);
                zip.closeEntry();
            }
        }
        assertEndsWhenCanceled(m_workflow.add(ImageDatasetReaderNodeFactory.class, model -> {
            model.addString("format", "ARCHIVE");
            model.addString("imagesFile", "data/images.zip");
        }));
    }

    private void assertEndsWhenCanceled(final int reader) throws Exception {
        final Path table = m_temporary.getRoot().toPath().resolve("table");
        m_workflow.connect(reader, 1,
            m_workflow.add(TableProbeNodeFactory.class, model -> model.addString("text", table.toString())), 1);
        final Path cancel = Files.createDirectories(Path.of(Platform.getInstanceLocation().getURL().toURI()))
            .resolve(".cancel");
        final var canceler = CompletableFuture.runAsync(() -> cancelAsSoonAsItDecodes(cancel));
        try {
            assertEquals(FAILED, m_workflow.run());
        } finally {
            canceler.join();
            Files.deleteIfExists(cancel); // KNIME deletes it when it obeys
        }

        awaitEndOfDecoding();
        assertFalse("the reader went on", Files.exists(table));
    }

    /** KNIME looks for the file once a second. */
    private static void cancelAsSoonAsItDecodes(final Path cancel) {
        while (!decodes()) {
            Thread.yield();
        }
        try {
            Files.write(cancel, new byte[0]);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** KNIME does not wait for ever for a node to obey; on a busy machine a decoder may still be at its last file. */
    private static void awaitEndOfDecoding() {
        while (decodes()) {
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    private static boolean decodes() {
        return Thread.getAllStackTraces().keySet().stream().anyMatch(thread -> thread.getName().equals(DECODER));
    }
}
