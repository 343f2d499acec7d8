// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.read.dataset;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

import org.frugalvision.engine.load.BenchmarkPart;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.widget.choices.Label;

/** What can be chosen in the Image Dataset Reader, and which settings go with it. */
final class DatasetReaderChoices {

    private DatasetReaderChoices() {
    }

    /** File formats of benchmark data sets. */
    enum Format {
            @Label(value = "IDX (MNIST, Fashion-MNIST)",
                description = "One file of images and one of labels, as MNIST and its relatives are published.")
            IDX, //
            @Label(value = "CIFAR-10", description = "The binary version: files of images with their labels.")
            CIFAR10, //
            @Label(value = "CIFAR-100, 100 classes", description = "The binary version with its fine labels.")
            CIFAR100_FINE, //
            @Label(value = "CIFAR-100, 20 classes", description = "The binary version with its coarse labels.")
            CIFAR100_COARSE, //
            @Label(value = "NumPy", description = "One .npy file of images and one of labels (whole numbers or text), "
                + "or one .npz file of both. Numbers from 0 to 1 are multiplied by 255, whole ones from 0 to 255 stay.")
            NPY, //
            @Label(value = "NumPy, multi-band", description = "The same with any number of channels and up to 65,535 "
                + "(numbers from 0 to 1 are multiplied by it), into multi-band images with a preview.")
            NPY_BANDS, //
            @Label(value = "Archive of class folders",
                description = "A zip or tar file, packed or not, with a folder of image files per class.")
            ARCHIVE;
    }

    /** Which part of a data set is read. */
    enum Part {
            @Label(value = "As named", description = "The files that are named below; of an archive everything.")
            NAMED, //
            @Label(value = "Training", description = "Files with \"train\" in their names, of CIFAR-10 those with "
                + "\"data_batch\"; of an archive those in its top folder \"train\".")
            TRAIN(BenchmarkPart.TRAIN), //
            @Label(value = "Test", description = "Files with \"test\" or \"t10k\" in their names; of an archive "
                + "those in its top folder \"test\".")
            TEST(BenchmarkPart.TEST), //
            @Label(value = "Both", description = "The training images, then the test images; of an archive in its own "
                + "order.")
            BOTH(BenchmarkPart.TRAIN, BenchmarkPart.TEST);

        private final SortedSet<BenchmarkPart> m_parts;

        Part(final BenchmarkPart... parts) {
            m_parts = Collections.unmodifiableSortedSet(new TreeSet<>(List.of(parts)));
        }

        /** Those of the engine, training first; none if the files are named. */
        SortedSet<BenchmarkPart> parts() {
            return m_parts;
        }
    }

    /** Where the channels stand in files of colour images. */
    enum Channels {
            @Label(value = "Automatic", description = "Where they can be: 1, 3 or 4 at one end, or the end that is "
                + "smaller than height and width. Asks where both ends could be.")
            AUTO, //
            @Label(value = "First", description = "Images, channels, height, width.")
            FIRST, //
            @Label(value = "Last", description = "Images, height, width, channels.")
            LAST;
    }

    /** Refers to the format. */
    static final class FormatReference implements ParameterReference<Format> {
    }

    /** Refers to the images file. */
    static final class ImagesFileReference implements ParameterReference<String> {
    }

    /** Refers to the part. */
    static final class PartReference implements ParameterReference<Part> {
    }

    /** Whether labels are in a file of their own, and channels may be first or last. */
    static final class TwoFiles implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getEnum(FormatReference.class).isOneOf(Format.IDX, Format.NPY, Format.NPY_BANDS);
        }
    }

    /** Whether the data set is an archive. */
    static final class FromArchive implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getEnum(FormatReference.class).isOneOf(Format.ARCHIVE);
        }
    }

    /** Whether files are found in a folder. */
    static final class FromFolder implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getEnum(PartReference.class).isOneOf(Part.TRAIN, Part.TEST, Part.BOTH)
                .and(initializer.getPredicate(FromArchive.class).negate());
        }
    }

    /** Whether the file of labels is named. */
    static final class NamedLabels implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getPredicate(TwoFiles.class)
                .and(initializer.getEnum(PartReference.class).isOneOf(Part.NAMED));
        }
    }
}
