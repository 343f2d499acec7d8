// SPDX-License-Identifier: Apache-2.0
// bench/run LoadNodeBench: seconds of a batch run of the Image Folder Reader with the same files; Linux only

import java.io.IOException;
import java.util.Locale;

/**
 * Seconds of a whole batch run of the node Image Folder Reader with a heap of 1 GB, from the start of Java to its end:
 * 60,000 PNG files of 28 x 28 and 10,000 JPEG files of 640 x 480 pixels, shrunk to 64 x 64. Linux only.
 */
public final class LoadNodeBench {

    private LoadNodeBench() {
    }

    /** @param args none; to be run in the folder of the repository, after a build */
    public static void main(final String[] args) throws IOException, InterruptedException {
        try (var files = LoadFiles.ofSmallPng()) {
            run(files);
        }
        try (var files = LoadFiles.ofJpeg()) {
            run(files, BatchWorkflow.entry("size", "xstring", "FIXED"),
                BatchWorkflow.entry("fit", "xstring", "STRETCH"));
        }
    }

    private static void run(final LoadFiles files, final String... settings) throws IOException, InterruptedException {
        try (var workflow = new BatchWorkflow()) {
            workflow.node(1, "read.folder.ImageFolderReader",
                BatchWorkflow.entry("folder", "xstring", files.folder().toString()), String.join("", settings));
            final var measurement = workflow.run(1);
            System.out.printf(Locale.ROOT, "%s: %.1f s (CPU %.1f s)%n", files.what(), measurement.wall(),
                measurement.cpu());
        }
    }
}
