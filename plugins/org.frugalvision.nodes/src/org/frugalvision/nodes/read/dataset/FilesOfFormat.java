// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.read.dataset;

import java.util.function.Supplier;

import org.frugalvision.nodes.read.dataset.DatasetReaderChoices.Format;
import org.frugalvision.nodes.run.DialogState;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation;

/**
 * What the dialog says about the files of the chosen format.
 *
 * @param <S> what it is
 */
abstract class FilesOfFormat<S> extends DialogState<S> implements StateProvider<S> {

    private static final String FOLDER = "knime://knime.workflow/data/";

    private Supplier<Format> m_format;

    private Supplier<String> m_images;

    @Override
    public final void init(final StateProviderInitializer initializer) {
        initializer.computeBeforeOpenDialog();
        m_format = initializer.computeFromValueSupplier(DatasetReaderChoices.FormatReference.class);
        m_images = initializer.computeFromValueSupplier(DatasetReaderChoices.ImagesFileReference.class);
    }

    @Override
    public final S computeState(final NodeParametersInput context) {
        return of(m_format.get(), m_images.get());
    }

    /** For a format and what is typed as images file. */
    abstract S of(Format format, String images);

    /** How a file of images is called. */
    static final class ImagesFile extends FilesOfFormat<String> {

        @Override
        String of(final Format format, final String images) {
            return FOLDER + switch (format) {
                case IDX -> "train-images-idx3-ubyte.gz";
                case CIFAR10 -> "data_batch_1.bin";
                case CIFAR100_FINE, CIFAR100_COARSE -> "train.bin";
                case NPY, NPY_BANDS -> "x_train.npy";
                case ARCHIVE -> "images.zip";
            };
        }
    }

    /** How a file of labels is called. */
    static final class LabelsFile extends FilesOfFormat<String> {

        @Override
        String of(final Format format, final String images) {
            return FOLDER + (format == Format.IDX ? "train-labels-idx1-ubyte.gz" : "y_train.npy");
        }
    }

    /** A file of labels must be named, unless an archive of NumPy may hold them, too. */
    static final class LabelsFileRule extends FilesOfFormat<PatternValidation> {

        @Override
        PatternValidation of(final Format format, final String images) {
            return format != Format.IDX && images.strip().endsWith(".npz") ? new Any()
                : new PatternValidation.IsNotBlankValidation();
        }
    }

    /** Any text. */
    static final class Any extends PatternValidation {

        @Override
        protected String getPattern() {
            return ".*";
        }
    }
}
