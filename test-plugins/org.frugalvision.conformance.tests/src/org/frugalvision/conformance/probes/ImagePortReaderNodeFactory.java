// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance.probes;

import java.util.Arrays;

import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.data.image.png.PNGImageValue;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.core.node.port.image.ImagePortObjectSpec;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** A node that reads an image port object. */
public final class ImagePortReaderNodeFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE = DefaultNode.create().name("Image port reader").icon("absent.png")
        .shortDescription("Writes down what it sees.").fullDescription("<p>Writes down what it <b>sees</b>.</p>")
        .sinceVersion(5, 8, 0)
        .ports(p -> p.addInputPort("Image", "A picture.", ImagePortObject.TYPE).addOutputTable("Output", "A table."))
        .model(m -> m.withoutParameters().configure((i, o) -> {
            final ImagePortObjectSpec spec = i.getInPortSpec(0);
            Journal.write("type " + spec.getDataType().equals(PNGImageContent.TYPE));
            o.setOutSpec(0, Tables.spec());
        }).execute((i, o) -> {
            final ImagePortObject image = i.getInPortObject(0);
            Journal.write("summary " + image.getSummary());
            final var content = ((PNGImageValue)image.toDataCell()).getImageContent();
            Journal.write("bytes " + Arrays.equals(content.getByteArray(), Pictures.png(1024)));
            o.setOutData(0, Tables.numbers(i.getExecutionContext(), 1));
        }));

    /** Creates the factory. */
    public ImagePortReaderNodeFactory() {
        super(NODE);
    }
}
