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
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.Wording;
import org.frugalvision.nodes.run.FilePaths;
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
        if (parameters.hasLabelsFile()) {
            return List.of(pair(parameters));
        }
        final List<DatasetPart> parts = new ArrayList<>();
        boolean complete = false;
        try {
            for (final String location : parameters.m_imagesFile.split(";")) {
                final Path file = FilePaths.resolve(IMAGES, location);
                final var images = CifarImages.open(file, CifarKind.valueOf(parameters.m_format.name()));
                parts.add(new DatasetPart(images, images.labels(), file));
            }
            complete = true;
            return parts;
        } finally {
            if (!complete) {
                parts.forEach(DatasetPart::close);
            }
        }
    }

    private static DatasetPart pair(final ImageDatasetReaderNodeParameters parameters) throws KNIMEException {
        final Path imagesFile = FilePaths.resolve(IMAGES, parameters.m_imagesFile);
        final Path labelsFile = FilePaths.resolve(LABELS, parameters.m_labelsFile);
        final var order = ChannelOrder.valueOf(parameters.m_channels.name());
        ImageStream images = null;
        int[] labels = null;
        try {
            if (parameters.m_format != ImageDatasetReaderNodeParameters.Format.IDX) {
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
