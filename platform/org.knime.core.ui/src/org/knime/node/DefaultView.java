// SPDX-License-Identifier: Apache-2.0
package org.knime.node;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.stream.Stream;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.FluentNodeAPI;
import org.knime.core.node.port.PortObject;
import org.knime.core.webui.page.Page;
import org.knime.core.webui.page.Page.RequireFromFileOrString;
import org.knime.node.parameters.NodeParameters;

/** The declaration of a view. This runtime checks it when the factory is made, and shows it to nobody but a file. */
public final class DefaultView implements FluentNodeAPI {
    private final String m_description;

    private final Page m_page;

    private Function<ViewInput, ?> m_initialData = input -> null;

    private DefaultView(final String description, final Page page) {
        m_description = description;
        m_page = page;
    }

    static RequireViewParameters create() {
        return parametersClass -> description -> page -> new DefaultView(description, page.apply(Page.create()));
    }

    /** As KNIME opens a view: the initial data first, then the page. */
    String opened(final PortObject[] kept) {
        m_initialData.apply(new ViewInput() {
            @Override
            public <S extends NodeParameters> S getParameters() {
                return null;
            }

            @Override
            public PortObject[] getInternalPortObjects() {
                return kept;
            }
        });
        try (InputStream page = m_page.getInputStream()) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String description() {
        return m_description;
    }

    /**
     * @param <D> the type of the data
     * @param data declares what the page gets first
     * @return this
     */
    public <D> DefaultView initialData(final Function<RequireInitialData, DefaultInitialData<D>> data) {
        data.apply(new RequireInitialData() {
            @Override
            public <E> DefaultInitialData<E> data(final Function<ViewInput, E> supplier) {
                m_initialData = supplier;
                return new DefaultInitialData<>();
            }
        });
        return this;
    }

    /** The stage at which a view gets its parameters. */
    @FunctionalInterface
    public interface RequireViewParameters {
        /**
         * @param parametersClass the class of the parameters
         * @return the next stage
         */
        RequireDescription parametersClass(Class<? extends NodeParameters> parametersClass);

        /** @return the next stage of a view without parameters */
        default RequireDescription withoutParameters() {
            return parametersClass(null);
        }
    }

    /** The stage at which a view gets its description. */
    @FunctionalInterface
    public interface RequireDescription {
        /**
         * @param description the explanation, an XML fragment
         * @return the next stage
         */
        RequirePage description(String description);
    }

    /** The stage at which a view gets its page. */
    @FunctionalInterface
    public interface RequirePage {
        /**
         * @param page declares the page
         * @return the view
         */
        DefaultView page(Function<RequireFromFileOrString, Page> page);
    }

    /** The stage at which the first data of a page is declared. */
    public interface RequireInitialData {
        /**
         * @param <D> the type of the data
         * @param supplier computes it, an object with public fields or getters
         * @return the data
         */
        <D> DefaultInitialData<D> data(Function<ViewInput, D> supplier);
    }

    /**
     * What a page gets first.
     *
     * @param <D> the type of the data
     */
    public static final class DefaultInitialData<D> implements FluentNodeAPI {
        DefaultInitialData() {
        }
    }

    /** What the data of a view is computed from. */
    public interface ViewInput {
        /**
         * @param <S> the class of the parameters
         * @return the parameters of the view
         */
        <S extends NodeParameters> S getParameters();

        /** @return what the execution has set as internal data, all of it tables */
        default BufferedDataTable[] getInternalTables() {
            return Stream.of(getInternalPortObjects()).map(BufferedDataTable.class::cast)
                .toArray(BufferedDataTable[]::new);
        }

        /** @return what the execution has set as internal data, null if nothing */
        PortObject[] getInternalPortObjects();
    }
}
