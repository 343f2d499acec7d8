// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.read.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.frugalvision.engine.image.CifarImages;
import org.frugalvision.engine.image.CifarKind;
import org.frugalvision.engine.image.IdxImages;
import org.frugalvision.engine.image.ImageStream;
import org.frugalvision.engine.image.Labels;
import org.frugalvision.engine.image.NpyImages;
import org.frugalvision.engine.image.SampleType;
import org.frugalvision.engine.image.TransposedImages;
import org.frugalvision.engine.load.BenchmarkFiles;
import org.frugalvision.engine.load.BenchmarkPart;
import org.frugalvision.engine.load.NumpyArchive;
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
record DatasetPart(ImageStream images, Labels labels, Path labelsFile) implements AutoCloseable {

    private static final String IMAGES = "Images file";

    private static final String LABELS = "Labels file";

    /** Opens all files; if one is refused, those before it are closed. */
    static List<DatasetPart> open(final ImageDatasetReaderNodeParameters parameters) throws KNIMEException {
        final List<Source> sources = sources(parameters);
        final List<DatasetPart> parts = new ArrayList<>();
        boolean complete = false;
        try {
            for (final Source source : sources) {
                parts.add(open(source, parameters));
            }
            complete = true;
            return parts;
        } finally {
            if (!complete) {
                parts.forEach(DatasetPart::close);
            }
        }
    }

    /** Files, and which part of them is wanted where they hold several. */
    private record Source(BenchmarkFiles files, Optional<BenchmarkPart> part) {
    }

    private static DatasetPart open(final Source source, final ImageDatasetReaderNodeParameters parameters) {
        final DatasetPart part = switch (parameters.kind()) {
            case CIFAR -> cifar(source.files(), parameters);
            case NPY -> arrays(source, parameters);
            default -> idx(source.files(), parameters);
        };
        return parameters.transposes()
            ? new DatasetPart(new TransposedImages(part.images), part.labels, part.labelsFile) : part;
    }

    /** The files that are named, or those that are found. */
    private static List<Source> sources(final ImageDatasetReaderNodeParameters parameters) throws KNIMEException {
        final List<Source> sources = new ArrayList<>();
        if (parameters.findsFiles()) {
            final Path folder = FolderPaths.resolve("Folder", parameters.m_folder);
            for (final BenchmarkPart part : parameters.m_part.parts()) {
                BenchmarkFiles.find(folder, parameters.kind(), part)
                    .forEach(files -> sources.add(new Source(files, Optional.of(part))));
            }
        } else if (parameters.namesLabelsFile()) {
            sources.add(new Source(new BenchmarkFiles(FilePaths.resolve(IMAGES, parameters.m_imagesFile),
                FilePaths.resolve(LABELS, parameters.m_labelsFile)), Optional.empty()));
        } else {
            for (final String location : parameters.m_imagesFile.split(";")) {
                final Path file = FilePaths.resolve(IMAGES, location);
                sources.add(new Source(new BenchmarkFiles(file, file), Optional.empty()));
            }
        }
        return sources;
    }

    private static DatasetPart cifar(final BenchmarkFiles files, final ImageDatasetReaderNodeParameters parameters) {
        final var images = CifarImages.open(files.images(), CifarKind.valueOf(parameters.m_format.name()));
        return new DatasetPart(images, Labels.of(images.labels()), files.labels());
    }

    private static DatasetPart arrays(final Source source, final ImageDatasetReaderNodeParameters parameters) {
        final Path labelsFile = source.files().labels();
        final var images = NpyImages.open(NumpyArchive.images(source.files().images(), source.part()),
            parameters.channelOrder(), parameters.hasBands());
        return labelled(images, source.files(), parameters,
            () -> images.readLabels(NumpyArchive.labels(labelsFile, source.part())));
    }

    private static DatasetPart idx(final BenchmarkFiles files, final ImageDatasetReaderNodeParameters parameters) {
        final var images = IdxImages.open(files.images(), parameters.channelOrder());
        return labelled(images, files, parameters, () -> Labels.of(images.readLabels(files.labels())));
    }

    /** If something is refused, the images are closed. */
    private static DatasetPart labelled(final ImageStream images, final BenchmarkFiles files,
        final ImageDatasetReaderNodeParameters parameters, final Supplier<Labels> reading) {
        DatasetPart part = null;
        try {
            if (!parameters.hasBands()) {
                refuseBands(images, files.images());
            }
            part = new DatasetPart(images, reading.get(), files.labels());
            return part;
        } finally {
            if (part == null) {
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
                "Check \"Channels\".", "Choose \"NumPy, multi-band\" in \"Format\" if they are right.");
        }
    }

    @Override
    public void close() {
        images.close();
    }
}
