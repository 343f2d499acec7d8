// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.architecture;

import java.util.ArrayList;
import java.util.List;

import org.frugalvision.engine.architecture.ArchitectureOptions;
import org.frugalvision.engine.architecture.Architectures;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.image.PngImages;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.Wording;
import org.frugalvision.nodes.image.MultiBandImageValue;
import org.frugalvision.nodes.port.NetworkPortObject;
import org.frugalvision.nodes.port.NetworkPortObjectSpec;
import org.frugalvision.nodes.run.EngineCall;
import org.frugalvision.nodes.table.Classes;
import org.frugalvision.nodes.table.Columns;
import org.frugalvision.nodes.table.LabelColumn;
import org.frugalvision.nodes.table.LabelKind;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.image.png.PNGImageValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;

/** What the CNN Architecture node does: it hands on the choice; the learner fits it to the images and classes. */
final class CnnArchitecture {

    private CnnArchitecture() {
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final CnnArchitectureNodeParameters parameters = in.getParameters();
        final DataTableSpec images = in.getInPortSpec(0);
        parameters.validate();
        if (images == null) {
            EngineCall.configure(() -> planned(parameters));
        } else {
            EngineCall.configure(() -> smallest(parameters));
            Columns.image(images, parameters.m_imageColumn);
            Columns.label(images, parameters.m_labelColumn, LabelKind.STRINGS_OR_LISTS);
        }
        out.setOutSpecs(new PortObjectSpec[]{spec(parameters), LayerTable.spec()});
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final CnnArchitectureNodeParameters parameters = in.getParameters();
        final BufferedDataTable images = in.getInPortObject(0);
        final ExecutionContext context = in.getExecutionContext();
        final List<String> notes = new ArrayList<>();
        final NetworkSpec network = EngineCall.execute(context,
            run -> images == null ? planned(parameters) : fitted(parameters, images, notes));
        final String label = Architectures.info(parameters.m_architecture).label();
        out.setOutData(new PortObject[]{NetworkPortObject.architecture(spec(parameters), label, context),
            LayerTable.create(network, context)});
        notes.forEach(out::setWarningMessage);
    }

    private static NetworkPortObjectSpec spec(final CnnArchitectureNodeParameters parameters) {
        return NetworkPortObjectSpec.untrained(parameters.m_architecture, parameters.toSettings());
    }

    /** Refuses the options that the architecture does not have, before the size of the images is known. */
    private static NetworkSpec smallest(final CnnArchitectureNodeParameters parameters) {
        final int side = Architectures.info(parameters.m_architecture).smallest();
        return build(parameters, new ImageShape(1, side, side), 2);
    }

    private static NetworkSpec planned(final CnnArchitectureNodeParameters parameters) {
        return build(parameters, parameters.m_plan.shape(), parameters.m_plan.classes());
    }

    private static NetworkSpec fitted(final CnnArchitectureNodeParameters parameters, final BufferedDataTable images,
        final List<String> notes) throws InvalidSettingsException {
        LabelColumn.check(images, parameters.m_labelColumn, LabelKind.STRINGS_OR_LISTS, notes);
        final DataTableSpec spec = images.getDataTableSpec();
        final int label = Columns.label(spec, parameters.m_labelColumn, LabelKind.STRINGS_OR_LISTS);
        final int least = LabelKind.LISTS.fits(spec.getColumnSpec(label)) ? 1 : 2;
        return build(parameters, shape(images, Columns.image(spec, parameters.m_imageColumn)),
            Math.max(least, Classes.of(images, label).size()));
    }

    private static NetworkSpec build(final CnnArchitectureNodeParameters parameters, final ImageShape shape,
        final int classes) {
        final ArchitectureOptions options = parameters.toSettings();
        return Architectures.create(parameters.m_architecture).build(shape, classes, options);
    }

    /** The shape of the first image that can be read. */
    private static ImageShape shape(final BufferedDataTable images, final int column) {
        try (var rows = images.iterator()) {
            while (rows.hasNext()) {
                final DataRow row = rows.next();
                if (row.getCell(column) instanceof MultiBandImageValue image) {
                    return image.getImage().shape();
                }
                if (row.getCell(column) instanceof PNGImageValue image) {
                    return PngImages.shape(image.getImageContent().getByteArrayReference(),
                        Wording.row(row.getKey().getString()));
                }
            }
        }
        throw new DataException("Table", "it must have at least one row with an image, but has none.",
            "Connect a table with images, or none.");
    }
}
