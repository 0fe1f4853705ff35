import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import {
  findCommune,
  fullName,
  isCallable,
  placeSchema,
  type Gazetteer,
  type LocalityStore,
  type Place,
  type StoredPlace,
} from '../../localities/index.js';
import { recordAudit } from '../../records/index.js';
import { HttpProblem } from '../HttpProblem.js';
import { ifMatchVersion } from '../ifMatch.js';
import { communeNames, describePlace, listPlaces } from '../listPlaces.js';
import { readJson } from '../readJson.js';
import { json, noContent, type HttpReply, type HttpRequest, type Route } from '../Route.js';
import { guard, type SessionOptions, type SignedInRequest } from '../session.js';

export type PlaceRouteOptions = SessionOptions & Readonly<{ localities: LocalityStore }>;

/** Communes as official codes or as people write them: "xã Tam Hải, Đà Nẵng". */
const placeBody = placeSchema.extend({
  communes: z.array(z.string().trim().min(1).max(120)).min(1).max(200),
  phone: z.string().trim().max(20).optional(),
  reason: z.string().trim().max(500).default(''),
});
const removal = z.strictObject({ reason: z.string().trim().max(500).default('') });

/** Offices and collection points, for administrators: list, one, new, changed, removed, and how each came to be. */
export function placeRoutes(options: PlaceRouteOptions): readonly Route[] {
  const { localities } = options;
  const detail = (request: HttpRequest, id: string, status = 200): HttpReply => {
    const { places, gazetteer } = localities.snapshot();
    const stored = places.place(id);
    if (stored === undefined) throw notFound(request);
    return json(status, describePlace(stored, gazetteer), { ETag: `"${stored.version}"` });
  };
  return [
    {
      method: 'GET',
      path: '/api/v1/places',
      handle: guard(options, 'admin', async (request) => listPlaces(localities.snapshot(), request)),
    },
    {
      method: 'POST',
      path: '/api/v1/places',
      handle: guard(options, 'admin', async (request) => {
        const { reason, place } = readPlace(request, localities.snapshot().gazetteer);
        const id = uuidv7();
        await save(options, request, { id, place, reason, ifVersion: null, action: 'places.create' });
        return detail(request, id, 201);
      }),
    },
    {
      method: 'GET',
      path: '/api/v1/places/:id',
      handle: guard(options, 'admin', async (request) => detail(request, request.params.id ?? '')),
    },
    {
      method: 'PUT',
      path: '/api/v1/places/:id',
      handle: guard(options, 'admin', async (request) => {
        const { id } = find(localities, request);
        const ifVersion = ifMatchVersion(request);
        const { reason, place } = readPlace(request, localities.snapshot().gazetteer);
        await save(options, request, { id, place, reason, ifVersion, action: 'places.change' });
        return detail(request, id);
      }),
    },
    {
      method: 'DELETE',
      path: '/api/v1/places/:id',
      handle: guard(options, 'admin', async (request) => {
        const { id } = find(localities, request);
        const ifVersion = ifMatchVersion(request);
        const { reason } = readJson(request, removal);
        await save(options, request, { id, place: null, reason, ifVersion, action: 'places.remove' });
        return noContent;
      }),
    },
    {
      method: 'GET',
      path: '/api/v1/places/:id/versions',
      handle: guard(options, 'admin', async (request) => {
        const { gazetteer } = localities.snapshot();
        const versions = find(localities, request).versions.toReversed();
        return json(
          200,
          versions.map(({ place, ...version }) => ({
            ...version,
            place: place === null ? null : { ...place, communeNames: communeNames(place, gazetteer) },
          })),
        );
      }),
    },
  ];
}

async function save(
  { localities, records, now }: PlaceRouteOptions,
  request: SignedInRequest,
  edit: Readonly<{
    id: string;
    place: Place | null;
    reason: string;
    ifVersion: number | null;
    action: string;
  }>,
): Promise<void> {
  const { action, ...change } = edit;
  const saved = await localities.savePlace({ ...change, by: request.account.name }, now());
  if (saved === 'stale') throw new HttpProblem(412, 'stale', request.words('http:stale'));
  await recordAudit(records, now(), { actorId: request.account.id, action, subject: edit.id });
}

/** @throws HttpProblem 400 naming the field, what is wrong with it and, for a name of several communes, which they are. */
function readPlace(request: HttpRequest, gazetteer: Gazetteer): Readonly<{ reason: string; place: Place }> {
  const { reason, communes, ...rest } = readJson(request, placeBody);
  const read = communes.map((typed) => readCommune(request, gazetteer, typed));
  const details = read.flatMap(({ message }, at) =>
    message === undefined ? [] : [{ field: `communes.${at}`, message }],
  );
  if (rest.phone !== undefined && !isCallable(rest.phone))
    details.push({ field: 'phone', message: request.words('http:bad_phone') });
  if (details.length > 0)
    throw new HttpProblem(400, 'bad_request', request.words('http:bad_request'), details);
  return { reason, place: { ...rest, communes: [...new Set(read.flatMap(({ code }) => code ?? []))] } };
}

function readCommune(
  request: HttpRequest,
  gazetteer: Gazetteer,
  typed: string,
): Readonly<{ code?: string; message?: string }> {
  if (gazetteer.isEmpty) return { message: request.words('http:no_communes') };
  if (/^\d{5}$/.test(typed) && gazetteer.commune(typed) !== undefined) return { code: typed };
  const found = findCommune(gazetteer, typed);
  if (found.status === 'found') return { code: found.commune.code };
  if (found.status === 'several') {
    const names = found.communes.slice(0, 5).map(fullName).join('; ');
    return { message: request.words('http:several_communes', { names }) };
  }
  return { message: request.words('http:unknown_commune') };
}

function find(localities: LocalityStore, request: HttpRequest): StoredPlace {
  const stored = localities.snapshot().places.place(request.params.id ?? '');
  if (stored === undefined) throw notFound(request);
  return stored;
}

function notFound(request: HttpRequest): HttpProblem {
  return new HttpProblem(404, 'not_found', request.words('http:not_found'));
}
