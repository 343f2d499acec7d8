// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import java.nio.file.Path;
import java.util.Optional;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;

/** Takes the entries of an archive: each that is wanted becomes an image or a rejection, in their order. */
final class ArchiveEntries {

    private final Path m_archive;

    private final ScanSettings m_settings;

    private final WantedFiles m_wanted;

    private final OrderedDecoding<?> m_decoding;

    private final ImageSink<?> m_sink;

    private final RunControl m_run;

    ArchiveEntries(final Path archive, final ScanSettings settings, final OrderedDecoding<?> decoding,
        final ImageSink<?> sink, final RunControl run) {
        m_archive = archive;
        m_settings = settings;
        m_wanted = new WantedFiles(settings);
        m_decoding = decoding;
        m_sink = sink;
        m_run = run;
    }

    Path archive() {
        return m_archive;
    }

    RunControl run() {
        return m_run;
    }

    boolean wantsMore() {
        return m_sink.wantsMore();
    }

    LeftOut leftOut() {
        return m_wanted.leftOut(0);
    }

    /** How many of the entries handed on were rejected. */
    long rejected() {
        return m_decoding.rejected();
    }

    /** The file that an entry is, if it is wanted; otherwise it is counted, or rejected where its path is forged. */
    Optional<FoundFile> found(final String name, final long bytes) throws CanceledException {
        final var path = EntryPath.of(name);
        final var id = path.text();
        if (path.leadsOut()) {
            if (m_wanted.take(id)) {
                reject(new FoundFile(id, m_archive, Optional.empty(), Optional.empty(), bytes),
                    "its path leads to a folder above the archive");
            }
            return Optional.empty();
        }
        return m_wanted.takeVisible(id) ? Optional.of(
            new FoundFile(id, m_archive, m_settings.labelling().of(id), m_settings.grouping().of(id), bytes))
            : Optional.empty();
    }

    void add(final FoundFile file, final byte[] content) throws CanceledException {
        m_decoding.add(file, () -> content);
    }

    void reject(final FoundFile file, final String reason) throws CanceledException {
        m_decoding.add(file, () -> {
            throw new RejectedException(reason);
        });
    }

    /** Hands on all that wait, then a rejection that belongs to no entry. */
    void damaged(final String id, final String reason) throws CanceledException {
        m_decoding.finish();
        m_sink.rejected(new Rejection(id, reason, 0));
    }
}
