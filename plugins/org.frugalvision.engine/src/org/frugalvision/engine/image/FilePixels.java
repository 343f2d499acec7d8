// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps images in a temporary file that is read by position: unlike a mapping it can be deleted on every system. The
 * file goes when the store is discarded, is garbage, or the process ends.
 */
final class FilePixels implements PixelStore {

    private final FileChannel m_channel;

    private final int m_imageBytes;

    private long m_end;

    FilePixels(final int imageBytes, final Path folder) {
        m_imageBytes = imageBytes;
        try {
            m_channel = FileChannel.open(Files.createTempFile(folder, "images", ".bin"), StandardOpenOption.READ,
                StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (final IOException e) {
            throw new UncheckedIOException("No temporary file for images could be made in " + folder + ".", e);
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
            throw new UncheckedIOException("An image could not be written to the temporary file.", e);
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
            throw new UncheckedIOException("An image could not be read from the temporary file.", e);
        }
    }

    @Override
    public void discard() {
        try {
            m_channel.close();
        } catch (final IOException e) {
            throw new UncheckedIOException("The temporary file of images could not be closed.", e);
        }
    }
}
