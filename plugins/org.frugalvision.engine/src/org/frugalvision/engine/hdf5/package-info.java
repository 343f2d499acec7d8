// SPDX-License-Identifier: Apache-2.0
/** Reads the part of HDF5 that files of Keras use. Written from the format's specification; no file is trusted. */
package org.frugalvision.engine.hdf5;
