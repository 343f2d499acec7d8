// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.FileProblem;
import org.frugalvision.engine.run.Wording;

/**
 * Keeps images in a temporary file that is read by position: unlike a mapping it can be deleted on every system. The
 * file goes when the store is discarded, is garbage, or the process ends.
 */
final class FilePixels implements PixelStore {

    private static final String FIX = "Free some space for temporary files, or take fewer images.";

    private final FileChannel m_channel;

    private final int m_imageBytes;

    private long m_end;

    FilePixels(final int imageBytes, final Path folder) {
        m_imageBytes = imageBytes;
        try {
            m_channel = FileChannel.open(Files.createTempFile(folder, "images", ".bin"), StandardOpenOption.READ,
                StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (final IOException e) {
            throw new DataException(Wording.folder(folder),
                "no temporary file for images can be made: %s.".formatted(FileProblem.of(e)), e, FIX);
        }
    }

    @Override
    public void append(final byte[] image) {
        try {
            final var buffer = ByteBuffer.wrap(image, 0, m_imageBytes);
            while (buffer.hasRemaining()) {
                m_end += m_channel.write(buffer, m_end);
            }
        } catch (final IOException e) {
            throw problem("cannot be written", e);
        }
    }

    @Override
    public void read(final int i, final byte[] target) {
        try {
            final var buffer = ByteBuffer.wrap(target, 0, m_imageBytes);
            final long start = (long)i * m_imageBytes;
            while (buffer.hasRemaining()) {
                if (m_channel.read(buffer, start + buffer.position()) < 0) {
                    throw new EOFException("The temporary file of images ends early.");
                }
            }
        } catch (final IOException e) {
            throw problem("cannot be read", e);
        }
    }

    @Override
    public void discard() {
        try {
            m_channel.close();
        } catch (final IOException e) {
            throw problem("cannot be closed", e);
        }
    }

    private static DataException problem(final String what, final IOException e) {
        return new DataException("Temporary file of images", "it %s: %s.".formatted(what, FileProblem.of(e)), e, FIX);
    }
}
