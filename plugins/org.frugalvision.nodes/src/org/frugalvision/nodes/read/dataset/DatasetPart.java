// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.read.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.frugalvision.engine.image.ChannelOrder;
import org.frugalvision.engine.image.CifarImages;
import org.frugalvision.engine.image.CifarKind;
import org.frugalvision.engine.image.IdxImages;
import org.frugalvision.engine.image.ImageStream;
import org.frugalvision.engine.image.NpyImages;
import org.frugalvision.engine.image.SampleType;
import org.frugalvision.engine.load.BenchmarkFiles;
import org.frugalvision.engine.load.BenchmarkPart;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.Wording;
import org.frugalvision.nodes.run.FilePaths;
import org.frugalvision.nodes.run.FolderPaths;
import org.knime.core.node.KNIMEException;

/**
 * One file of images with its labels; to be closed.
 *
 * @param images the images
 * @param labels one per image
 * @param labelsFile where the labels stand
 */
record DatasetPart(ImageStream images, int[] labels, Path labelsFile) implements AutoCloseable {

    private static final String IMAGES = "Images file";

    private static final String LABELS = "Labels file";

    /** Opens all files; if one is refused, those before it are closed. */
    static List<DatasetPart> open(final ImageDatasetReaderNodeParameters parameters) throws KNIMEException {
        final List<BenchmarkFiles> files = files(parameters);
        final List<DatasetPart> parts = new ArrayList<>();
        boolean complete = false;
        try {
            for (final BenchmarkFiles file : files) {
                parts.add(parameters.kind() == BenchmarkFiles.Kind.CIFAR ? cifar(file, parameters)
                    : pair(file, parameters));
            }
            complete = true;
            return parts;
        } finally {
            if (!complete) {
                parts.forEach(DatasetPart::close);
            }
        }
    }

    /** The files that are named, or those that are found. */
    private static List<BenchmarkFiles> files(final ImageDatasetReaderNodeParameters parameters)
        throws KNIMEException {
        final List<BenchmarkFiles> files = new ArrayList<>();
        if (parameters.findsFiles()) {
            final Path folder = FolderPaths.resolve("Folder", parameters.m_folder);
            for (final BenchmarkPart part : parameters.m_part.parts()) {
                files.addAll(BenchmarkFiles.find(folder, parameters.kind(), part));
            }
        } else if (parameters.namesLabelsFile()) {
            files.add(new BenchmarkFiles(FilePaths.resolve(IMAGES, parameters.m_imagesFile),
                FilePaths.resolve(LABELS, parameters.m_labelsFile)));
        } else {
            for (final String location : parameters.m_imagesFile.split(";")) {
                final Path file = FilePaths.resolve(IMAGES, location);
                files.add(new BenchmarkFiles(file, file));
            }
        }
        return files;
    }

    private static DatasetPart cifar(final BenchmarkFiles files, final ImageDatasetReaderNodeParameters parameters) {
        final var images = CifarImages.open(files.images(), CifarKind.valueOf(parameters.m_format.name()));
        return new DatasetPart(images, images.labels(), files.labels());
    }

    private static DatasetPart pair(final BenchmarkFiles files, final ImageDatasetReaderNodeParameters parameters) {
        final Path imagesFile = files.images();
        final Path labelsFile = files.labels();
        final var order = ChannelOrder.valueOf(parameters.m_channels.name());
        ImageStream images = null;
        int[] labels = null;
        try {
            if (parameters.kind() == BenchmarkFiles.Kind.NPY) {
                final var npy = NpyImages.open(imagesFile, order);
                images = npy;
                if (!parameters.hasBands()) {
                    refuseBands(npy, imagesFile);
                }
                labels = npy.readLabels(labelsFile);
            } else {
                final var idx = IdxImages.open(imagesFile, order);
                images = idx;
                labels = idx.readLabels(labelsFile);
            }
            return new DatasetPart(images, labels, labelsFile);
        } finally {
            if (images != null && labels == null) {
                images.close();
            }
        }
    }

    private static void refuseBands(final ImageStream images, final Path file) {
        final int channels = images.shape().channels();
        if (images.type() != SampleType.U8 || channels != 1 && channels != 3 && channels != 4) {
            throw new DataException(Wording.file(file),
                "PNG images have 1, 3 or 4 channels of 8 bits, but these have %s of %d bits.".formatted(
                    Wording.count(channels, "channel", "channels"), images.type().bits()),
                "Choose \"NumPy, multi-band\" in \"Format\".");
        }
    }

    @Override
    public void close() {
        images.close();
    }
}
