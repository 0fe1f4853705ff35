import { lazy } from 'react';

/** Pages by part: an officer's phone never fetches the administrators' code. */
const loadLeads = () => import('./leads/index.js');
const loadConversations = () => import('./conversations/index.js');
const loadFaq = () => import('./faq/index.js');
const loadParameters = () => import('./parameters/index.js');
const loadLocalSupport = () => import('./localSupport/index.js');
const loadPlaces = () => import('./places/index.js');
const loadUnanswered = () => import('./unanswered/index.js');
const loadDeadLetters = () => import('./deadLetters/index.js');
const loadTestQuestions = () => import('./testQuestions/index.js');
const loadAccounts = () => import('./accounts/index.js');

export const LeadList = lazy(async () => ({ default: (await loadLeads()).LeadList }));
export const LeadPage = lazy(async () => ({ default: (await loadLeads()).LeadPage }));
export const ConversationList = lazy(async () => ({ default: (await loadConversations()).ConversationList }));
export const ConversationPage = lazy(async () => ({ default: (await loadConversations()).ConversationPage }));
export const FaqList = lazy(async () => ({ default: (await loadFaq()).FaqList }));
export const FaqPage = lazy(async () => ({ default: (await loadFaq()).FaqPage }));
export const ParameterList = lazy(async () => ({ default: (await loadParameters()).ParameterList }));
export const ParameterPage = lazy(async () => ({ default: (await loadParameters()).ParameterPage }));
export const LocalSupportList = lazy(async () => ({ default: (await loadLocalSupport()).LocalSupportList }));
export const LocalSupportPage = lazy(async () => ({ default: (await loadLocalSupport()).LocalSupportPage }));
export const LocalSupportCreate = lazy(async () => ({
  default: (await loadLocalSupport()).LocalSupportCreate,
}));
export const PlaceList = lazy(async () => ({ default: (await loadPlaces()).PlaceList }));
export const PlacePage = lazy(async () => ({ default: (await loadPlaces()).PlacePage }));
export const PlaceCreate = lazy(async () => ({ default: (await loadPlaces()).PlaceCreate }));
export const UnansweredList = lazy(async () => ({ default: (await loadUnanswered()).UnansweredList }));
export const DeadLetterList = lazy(async () => ({ default: (await loadDeadLetters()).DeadLetterList }));
export const TestQuestionList = lazy(async () => ({ default: (await loadTestQuestions()).TestQuestionList }));
export const AccountList = lazy(async () => ({ default: (await loadAccounts()).AccountList }));
export const AccountPage = lazy(async () => ({ default: (await loadAccounts()).AccountPage }));

/** Fetches the officers' part while a password is being typed; most who sign in are officers. */
export function prefetchLeads(): void {
  // A failure shows itself when the page is really opened.
  loadLeads().catch(() => undefined);
}
