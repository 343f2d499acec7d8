// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.FileProblem;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Wording;

/** Reads many image files at a time. */
public final class ImageLoader {

    /** Larger files are rejected: no image that we decode needs them. */
    static final long MOST_BYTES = 1L << 29;

    private ImageLoader() {
    }

    /**
     * Reads and decodes files in several threads and hands the images on in the order of the files. Holds a few images
     * per thread in memory.
     *
     * @param <T> what the sink keeps of an image
     * @param files the files
     * @param settings what becomes of every image
     * @param threads how many threads decode, at least 1, or 0: as many as there are cores but one
     * @param sink takes images and rejections
     * @param run receives progress; asked for cancellation at every file
     * @throws CanceledException if the work was canceled; then no thread works on
     */
    public static <T> void load(final List<FoundFile> files, final DecodeSettings settings, final int threads,
        final ImageSink<T> sink, final RunControl run) throws CanceledException {
        try (var decoding = new OrderedDecoding<>(settings, threads, sink, run)) {
            for (int i = 0; i < files.size() && sink.wantsMore(); i++) {
                run.checkCanceled();
                final var file = files.get(i);
                decoding.add(file, () -> read(file));
                run.progress((i + 1.0) / files.size(), "%s of %s, %s rejected".formatted(Wording.value(i + 1),
                    Wording.count(files.size(), "file", "files"), Wording.value(decoding.rejected())));
            }
            decoding.finish();
        }
    }

    private static byte[] read(final FoundFile file) throws RejectedException {
        if (file.bytes() > MOST_BYTES) {
            throw new RejectedException("it has %d bytes, more than the limit of %d".formatted(file.bytes(),
                MOST_BYTES));
        }
        try {
            return Files.readAllBytes(file.file());
        } catch (final IOException e) {
            throw new RejectedException("it cannot be read (%s)".formatted(FileProblem.of(e)), e);
        }
    }
}
